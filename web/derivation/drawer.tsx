import { useEffect, useRef } from "react";
import type { Layer, LayerKind } from "../address/address.ts";
import { closeLayers } from "../address/use-address.ts";
import { EvidenceLayer } from "./evidence-layer.tsx";
import { IndicatorLayer } from "./indicator-layer.tsx";
import { ObservationLayer } from "./observation-layer.tsx";
import { ScenarioLayer } from "./scenario-layer.tsx";
import { useLayerName } from "./use-layer-name.ts";
import "./drawer.css";

const STEP_NAMES: Record<LayerKind, string> = {
  scenario: "Probability",
  indicator: "Indicator",
  observation: "Observation",
  evidence: "Evidence",
};

/** Where a number comes from, step by step: each layer rests on the one opened from it. */
export function DerivationDrawer({ layers }: { readonly layers: readonly Layer[] }) {
  const drawer = useRef<HTMLElement>(null);
  const top = layers.at(-1)!;
  useReturnedFocus();
  useEffect(() => drawer.current?.focus(), [top.kind, top.id]);
  return (
    <aside className="drawer" aria-label="Derivation" ref={drawer} tabIndex={-1}>
      <header className="drawer-head">
        <span className="label">Where this comes from</span>
        <button type="button" className="text-button" onClick={() => closeLayers(0)}>
          Close <kbd>Esc</kbd>
        </button>
      </header>
      <ol className="drawer-stack">
        {layers.slice(0, -1).map((layer, i) => (
          <li key={`${layer.kind} ${layer.id}`}>
            <LowerLayer layer={layer} onBack={() => closeLayers(i + 1)} />
          </li>
        ))}
      </ol>
      <section className="drawer-top">
        <p className="label">{STEP_NAMES[top.kind]}</p>
        <TopLayer layers={layers} top={top} />
      </section>
    </aside>
  );
}

function TopLayer({ layers, top }: { readonly layers: readonly Layer[]; readonly top: Layer }) {
  if (top.kind === "scenario") return <ScenarioLayer id={top.id} />;
  if (top.kind === "indicator") {
    const under = layers.findLast(({ kind }) => kind === "scenario");
    return <IndicatorLayer id={top.id} scenario={under?.id ?? null} />;
  }
  return top.kind === "observation" ? <ObservationLayer id={top.id} /> : <EvidenceLayer id={top.id} />;
}

function LowerLayer({ layer, onBack }: { readonly layer: Layer; readonly onBack: () => void }) {
  const name = useLayerName(layer);
  return (
    <button type="button" className="drawer-lower" onClick={onBack}>
      <span className="small">{STEP_NAMES[layer.kind]}</span>
      <span className="drawer-lower-name">{name}</span>
    </button>
  );
}

/** Gives the focus back to whatever opened the drawer. */
function useReturnedFocus() {
  const before = useRef<Element | null>(document.activeElement);
  useEffect(() => {
    const opener = before.current;
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
}
