import ts from 'typescript';

const BOOLEAN = ts.TypeFlags.BooleanLike;

/**
 * The boolean result of an awaited call must be used: most tell whether this caller won a race. If it does not matter, write
 * `void (await …)` and the reason.
 */
export const droppedResult = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { dropped: 'The call says whether it did something: use it, or mustChange().' },
  },
  create: (context) => ({
    ExpressionStatement(statement) {
      const { expression } = statement;
      if (expression.type !== 'AwaitExpression') return;
      const type = context.sourceCode.parserServices.getTypeAtLocation(expression);
      const parts = type.isUnion() ? type.types : [type];
      if (parts.some(({ flags }) => (flags & BOOLEAN) !== 0))
        context.report({ node: statement, messageId: 'dropped' });
    },
  }),
};
