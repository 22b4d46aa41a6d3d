// What the price of an operation's calls supposes, and what is counted while its fields are gone through.
import type { Viewer } from '../../../../domain/context.ts';
import type { DayPart } from '../../../../domain/nights/day-parts.ts';
import type { NightPart } from '../../../../domain/nights/night-parts.ts';
import type { FieldArgs, SelectedField } from './field-tree.ts';
import { type LoaderName, type SomeDates, type ReadStage, stageAfter, type Supposing } from './reads.ts';

/** Who asks for an operation, and when. */
export interface PricedFor extends Omit<Supposing, 'isOrdinary'> {
  /** Null when the fields of the viewer fail. */
  readonly viewer: Viewer | null;
  readonly isPartner: boolean;
}

/** What an operation reads with each night: its parts, and those of its day. */
export interface NightReads {
  readonly nightParts: readonly NightPart[];
  readonly nightDayParts: readonly DayPart[];
}

/** One pass over an operation. */
export interface Situation extends PricedFor, Supposing, NightReads {
  /** A stage after others, which is counted; the first one after none. */
  readonly after: (stages: ReadStage | readonly ReadStage[], isSingle?: boolean) => ReadStage;
  /** A request of a resource that is read whole under a key: one for the operation. */
  readonly readKey: (name: LoaderName, key: string) => void;
  /** A request that nothing shares. */
  readonly call: () => void;
  /** Requests of which nothing says how many they are. */
  readonly callUnboundedly: () => void;
  readonly counted: CountedReads;
}

/** What a pass has counted so far. */
export interface CountedReads {
  readonly stages: readonly ReadStage[];
  readonly keys: ReadonlySet<string>;
  /** Null: they are not bounded. */
  readonly direct: () => number | null;
}

/** A field that may be resolved: on which objects, when, and of whom. */
export interface Resolving {
  /** The days of the objects that it is selected on; none for objects that have none. */
  readonly on: SomeDates;
  readonly args: FieldArgs;
  readonly stage: ReadStage;
  readonly field: SelectedField;
  readonly situation: Situation;
}

/** The objects below a field, and the stage at which their fields are resolved. */
export interface Below {
  readonly on: SomeDates;
  readonly stage: ReadStage;
}

/** A pass that has counted nothing yet. */
export function createSituation(
  pricedFor: PricedFor,
  { isOrdinary, ...parts }: NightReads & Pick<Situation, 'isOrdinary'>,
): Situation {
  const stages: ReadStage[] = [];
  const keys = new Set<string>();
  let direct = 0;
  return {
    ...pricedFor,
    ...parts,
    isOrdinary,
    after: (before, isSingle) => {
      const all = [before].flat();
      const later = stageAfter(all, isSingle ?? all.every((stage) => stage.isSingle));
      stages.push(later);
      return later;
    },
    readKey: (name, key) => void keys.add(`${name} ${key}`),
    call: () => {
      direct += 1;
    },
    callUnboundedly: () => {
      direct = Number.POSITIVE_INFINITY;
    },
    counted: { stages, keys, direct: () => (Number.isFinite(direct) ? direct : null) },
  };
}

/** Null: nothing lies below, since the field fails or is null. May throw as the field would. */
export type FieldRule = (resolving: Resolving) => Below | null;
