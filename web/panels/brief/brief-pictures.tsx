import type { Figure } from "#model/brief.ts";
import "./brief-pictures.css";

/** Before and after of a change of the ground, with what each picture is and whom to credit. */
export function BriefPictures({ figure }: { readonly figure: Extract<Figure, { type: "pictures" }> }) {
  const { pictures, caption, alt, credit } = figure;
  return (
    <figure className="stack">
      <div className="brief-pictures">
        {pictures.map(({ on, told, image }) => (
          <div key={on}>
            <img src={image} alt={`${alt} This one: ${on}.`} width={figure.width} height={figure.height} />
            <p className="small">
              <strong>{on}</strong> {told}
            </p>
          </div>
        ))}
      </div>
      <figcaption className="small">
        {caption} {credit}.
      </figcaption>
    </figure>
  );
}
