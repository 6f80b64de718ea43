import { useState } from "react";
import { Autocomplete, Input, Menu, MenuItem, TextField, useFilter } from "react-aria-components";
import { go, goTo, openLayer, useAddress } from "../address/use-address.ts";
import { writeAddress } from "../address/address.ts";
import { useAssessment } from "../api/queries.ts";
import { PAGES } from "../pages/pages.tsx";
import { Modal } from "./modal.tsx";
import "./search-palette.css";

interface Found {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly open: () => void;
}

/** Everything that has a name, as one is typed; anything else is looked for in the evidence. */
export function SearchPalette({ onClose }: { readonly onClose: () => void }) {
  const [words, setWords] = useState("");
  const { contains } = useFilter({ sensitivity: "base" });
  const { asOf } = useAddress();
  const named = useNamed();
  const evidence = {
    id: "evidence",
    kind: "evidence",
    name: `Look for “${words}” in the evidence`,
    open: () => goTo(writeAddress({ path: "/evidence", asOf, open: [], params: { q: words.trim() } })),
  };
  const items = words.trim() === "" ? named : [...named, evidence];
  return (
    <Modal label="Search" onClose={onClose}>
      <Autocomplete
        inputValue={words}
        onInputChange={setWords}
        filter={(text, input) => text === evidence.name || contains(text, input)}
      >
        <TextField aria-label="Search" autoFocus>
          <Input
            className="field palette-input"
            placeholder="Page, scenario, indicator, or words in the evidence"
          />
        </TextField>
        <Menu
          className="palette-list"
          aria-label="Found"
          items={items}
          onAction={(key) => act(items, String(key), onClose)}
        >
          {({ id, kind, name }) => (
            <MenuItem id={id} textValue={name} className="palette-item">
              <span className="small">{kind}</span>
              <span>{name}</span>
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Modal>
  );
}

function act(items: readonly Found[], id: string, close: () => void) {
  close();
  items.find((one) => one.id === id)?.open();
}

function useNamed(): readonly Found[] {
  const { data } = useAssessment();
  const pages = PAGES.map(({ path, name }) => ({
    id: path,
    kind: "page",
    name,
    open: () => go({ path, params: {}, open: [] }),
  }));
  const scenarios = (data?.scenarios ?? []).map(({ id, name }) => ({
    id: `scenario ${id}`,
    kind: "scenario",
    name,
    open: () => openLayer({ kind: "scenario", id }),
  }));
  const indicators = (data?.indicators ?? []).map(({ id, statement }) => ({
    id: `indicator ${id}`,
    kind: "indicator",
    name: statement,
    open: () => openLayer({ kind: "indicator", id }),
  }));
  return [...pages, ...scenarios, ...indicators];
}
