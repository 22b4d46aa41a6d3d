// Composition: resolvers that are made of more than one module. Those of single modules are listed by `npm run
// codegen`, as are the ways in which the objects of each module are read again.
import { moduleNodes } from '../generated/module-nodes.ts';
import { documentedWindows } from './documented-windows.ts';
import { exerciseFromWire } from './exercises/exercise.ts';
import { createNodeResolvers } from './graph/node.ts';
import { createLimitResolvers } from './limits/resolvers.ts';
import { createImportedNodes, createTransactionResolvers } from './transactions/resolvers.ts';

const { trainingLoadOfImported, ...importedNodes } = createImportedNodes({ exerciseFromWire });

export const nodeResolvers = createNodeResolvers({
  ...moduleNodes,
  ...importedNodes,
  TrainingLoad: async (key, context) =>
    (await trainingLoadOfImported(key, context)) ?? moduleNodes.TrainingLoad(key, context),
});
export const limitResolvers = createLimitResolvers(documentedWindows);
export const transactionResolvers = createTransactionResolvers({ exerciseFromWire });
