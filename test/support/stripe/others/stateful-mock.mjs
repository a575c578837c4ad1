// https://github.com/pushplay/stripe-stateful-mock: charges, refunds and idempotency keys.
import mock from 'stripe-stateful-mock';

const server = mock.createExpressApp().listen(0, '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}`);
});
