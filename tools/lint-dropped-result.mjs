import ts from 'typescript';

const BOOLEAN = ts.TypeFlags.BooleanLike;

/**
 * A boolean that an awaited call gives is used: most say who has won a race. Where it makes no difference, `void (await …)` says so,
 * with the reason.
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
