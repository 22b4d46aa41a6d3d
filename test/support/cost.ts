// What an answer says about its cost.

/** `extensions.accesslink` of an answer. */
export interface Cost {
  readonly calls: number;
  readonly fromMemory: number;
  readonly fromStore: number;
  readonly joined: number;
  readonly stale: number;
  readonly rateLimit: { readonly short: object | null; readonly long: object | null };
  readonly absent?: readonly {
    readonly resource: string;
    readonly from: string;
    readonly to: string;
    readonly reason: string;
  }[];
  readonly warnings?: readonly {
    readonly resource: string;
    readonly date: string | null;
    readonly property: string | null;
    readonly count: number;
    readonly message: string;
  }[];
  readonly trace?: readonly {
    readonly method: string;
    readonly path: string;
    readonly status: number | null;
    readonly milliseconds: number;
  }[];
  readonly plan?: readonly { readonly method: string; readonly path: string }[];
  readonly cost?: { readonly maximumCalls: number | null; readonly ordinaryCalls: number | null };
}
