import { useEffect, useRef, useState } from "react";
import type { Scenario } from "#model/scenario.ts";

interface Edge {
  readonly key: string;
  readonly d: string;
  readonly isGate: boolean;
}

/** Lines between the nodes of a network, drawn where the nodes have come to stand. Gates are whole and barred. */
export function NetworkEdges({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const svg = useRef<SVGSVGElement>(null);
  const [edges, setEdges] = useState<readonly Edge[]>([]);
  useEffect(() => {
    const network = svg.current!.parentElement!;
    const observer = new ResizeObserver(() => setEdges(edgesIn(network, scenarios)));
    observer.observe(network);
    return () => observer.disconnect();
  }, [scenarios]);
  return (
    <svg className="network-edges" ref={svg} aria-hidden="true">
      <marker
        id="bar"
        viewBox="0 0 4 16"
        refX="2"
        refY="8"
        markerWidth="4"
        markerHeight="16"
        orient="auto"
        markerUnits="userSpaceOnUse"
      >
        <path d="M2 0V16" stroke="var(--ink)" strokeWidth="3" />
      </marker>
      <marker
        id="arrow"
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="8"
        markerHeight="8"
        orient="auto"
        markerUnits="userSpaceOnUse"
      >
        <path d="M0 0L8 4L0 8Z" fill="var(--line-strong)" />
      </marker>
      {edges.map(({ key, d, isGate }) => (
        <path
          key={key}
          d={d}
          data-gate={isGate || undefined}
          markerEnd={isGate ? "url(#bar)" : "url(#arrow)"}
        />
      ))}
    </svg>
  );
}

function edgesIn(network: Element, scenarios: readonly Scenario[]): Edge[] {
  const origin = network.getBoundingClientRect();
  const boxOf = (id: string) => network.querySelector(`[data-node="${id}"]`)?.getBoundingClientRect();
  return scenarios.flatMap(({ id, gates, influences }) => {
    const bonds = [
      ...gates.map(({ on }) => ({ from: on, isGate: true })),
      ...influences.map(({ from }) => ({ from, isGate: false })),
    ];
    return bonds.flatMap(({ from, isGate }, i) => {
      const [parent, child] = [boxOf(from), boxOf(id)];
      if (!parent || !child) return [];
      const at = (i + 1) / (bonds.length + 1);
      return [{ key: `${from} ${id} ${i}`, d: curve(parent, child, origin, at), isGate }];
    });
  });
}

/** From the right side of the parent to the left side of the child, entering at a share of its height. */
function curve(parent: DOMRect, child: DOMRect, origin: DOMRect, at: number): string {
  const [x1, y1] = [parent.right - origin.left, parent.top + parent.height / 2 - origin.top];
  const [x2, y2] = [child.left - origin.left - 4, child.top + child.height * at - origin.top];
  const bend = Math.max(16, (x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
