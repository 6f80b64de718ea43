import { Modal } from "./modal.tsx";
import { SHORTCUTS } from "./use-shortcuts.ts";

export function ShortcutsHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal label="Keyboard" onClose={onClose}>
      <h2>Keyboard</h2>
      <table>
        <tbody>
          {SHORTCUTS.map(([keys, what]) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
