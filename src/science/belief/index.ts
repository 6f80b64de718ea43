export type { OutlookBasis } from "./scenarios/outlook-basis.ts";
export type {
  GateNumbers,
  InfluenceNumbers,
  ScenarioModel,
  ScenarioNumbers,
} from "./scenarios/scenario-model.ts";
