import { awaitsReview } from "#model/observation.ts";
import type { ObservationReply } from "../../../src/api/contract.ts";
import { joinWords, storyWords } from "../../words/story.ts";
import { GradeShort } from "./grade.tsx";
import { ObservationLine } from "./observation-line.tsx";
import "./story-tree.css";

type Story = ObservationReply["story"];
type Teller = Story["components"][number][number];

interface StoryTreeProps {
  readonly story: Story;
  readonly onOpen: (id: string) => void;
}

/** Who else says so and who says otherwise; copies are folded under their origin, one press away. */
export function StoryTree({ story, onOpen }: StoryTreeProps) {
  const { components, against, versions } = story;
  return (
    <section className="stack story-tree" aria-label="Who tells it">
      <p>{storyWords(story)}</p>
      <ol className="story-components">
        {components.map((component) => (
          <Component key={component[0]!.observation.id} {...{ component, here: story.here, onOpen }} />
        ))}
      </ol>
      <Lines heading="Contradicted by" observations={against.map((one) => one.observation)} onOpen={onOpen} />
      <Lines heading="Earlier or later versions" observations={versions} onOpen={onOpen} />
    </section>
  );
}

interface ComponentProps {
  readonly component: readonly Teller[];
  readonly here: string;
  readonly onOpen: (id: string) => void;
}

function Component({ component, here, onOpen }: ComponentProps) {
  const [top, ...rest] = component;
  const isHereBelow = rest.some(({ observation }) => observation.id === here);
  return (
    <li>
      <TellerLine teller={top!} here={here} onOpen={onOpen} />
      {rest.length > 0 && (
        <details open={isHereBelow}>
          <summary data-item>
            {rest.length === 1 ? "1 that goes" : `${rest.length} that go`} back to it or to the same origin
          </summary>
          <Below under={top!.observation.id} {...{ component, here, onOpen }} />
        </details>
      )}
    </li>
  );
}

function Below({ component, under, here, onOpen }: ComponentProps & { readonly under: string }) {
  const children = component.filter((teller) => teller.under === under);
  if (children.length === 0) return null;
  return (
    <ul className="story-below">
      {children.map((teller) => (
        <li key={teller.observation.id}>
          <TellerLine teller={teller} here={here} onOpen={onOpen} />
          <Below under={teller.observation.id} {...{ component, here, onOpen }} />
        </li>
      ))}
    </ul>
  );
}

interface TellerLineProps {
  readonly teller: Teller;
  readonly here: string;
  readonly onOpen: (id: string) => void;
}

/** Who, when, what, and how far to be trusted; the one looked at is no button. */
function TellerLine({ teller, here, onOpen }: TellerLineProps) {
  const { observation, under } = teller;
  const { id, source, claim, knownAt, grade } = observation;
  const said = (
    <>
      <span className="story-source">
        <strong>{source.name}</strong> <time>{knownAt}</time> <GradeShort grade={grade} />
      </span>
      <span>{claim}</span>
      <span className="small">
        {[
          ...(under === null ? [] : [joinWords(teller)]),
          ...(teller.interest === null ? [] : [`has a stake: ${teller.interest}`]),
          ...(awaitsReview(observation) ? ["read by a machine, not reviewed"] : []),
          ...(id === here ? ["this one"] : []),
        ].join(" · ")}
      </span>
    </>
  );
  if (id === here) {
    return (
      <div className="story-line" aria-current="true">
        {said}
      </div>
    );
  }
  return (
    <button type="button" className="story-line" data-item onClick={() => onOpen(id)}>
      {said}
    </button>
  );
}

interface LinesProps {
  readonly heading: string;
  readonly observations: Story["versions"];
  readonly onOpen: (id: string) => void;
}

function Lines({ heading, observations, onOpen }: LinesProps) {
  if (observations.length === 0) return null;
  return (
    <section className="stack">
      <h3>{heading}</h3>
      <ul className="observation-lines">
        {observations.map((one) => (
          <ObservationLine key={one.id} observation={one} onOpen={() => onOpen(one.id)} />
        ))}
      </ul>
    </section>
  );
}
