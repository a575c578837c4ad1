const AFTER_COMMIT = 'afterCommit';
const EFFECTS = /(^|\.)(logger\.\w+|soon|emit|setTimeout|setInterval|setImmediate|fetch)$/;

/**
 * Work in a transaction may be retried or rolled back, so a function that takes a `tx` must change nothing but the database. Side
 * effects go into tx.afterCommit().
 */
export const pureWork = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      impure: 'Work in a transaction may run again: put side effects into tx.afterCommit().',
    },
  },
  create(context) {
    const { sourceCode } = context;
    const report = (node) => context.report({ node, messageId: 'impure' });

    const assigned = (node, target) => {
      const work = enclosingWork(node);
      if (work && isOutside(target, work)) report(node);
    };

    /** Whether a name, or `this`, is declared outside the function. */
    const isOutside = (target, work) => {
      let root = target;
      while (root.type === 'MemberExpression') root = root.object;
      if (root.type !== 'Identifier') return root.type === 'ThisExpression';
      const [definition] = variableOf(sourceCode.getScope(root), root.name)?.defs ?? [];
      return (
        !definition || definition.node.range[0] < work.range[0] || definition.node.range[1] > work.range[1]
      );
    };

    return {
      AssignmentExpression: (node) => assigned(node, node.left),
      UpdateExpression: (node) => assigned(node, node.argument),
      CallExpression(node) {
        if (EFFECTS.test(sourceCode.getText(node.callee)) && enclosingWork(node)) report(node);
      },
    };
  },
};

function variableOf(scope, name) {
  for (let at = scope; at; at = at.upper) if (at.set.has(name)) return at.set.get(name);
  return undefined;
}

/** The outermost enclosing function with a parameter `tx`; none inside an afterCommit callback. */
function enclosingWork(node) {
  let work = null;
  for (let at = node; at; at = at.parent) {
    if (at.type === 'CallExpression' && at.callee.property?.name === AFTER_COMMIT) return null;
    if (at.params?.some((parameter) => parameter.name === 'tx')) work = at;
  }
  return work;
}
