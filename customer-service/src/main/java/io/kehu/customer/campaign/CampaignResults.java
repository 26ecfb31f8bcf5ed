package io.kehu.customer.campaign;

import java.util.List;

import io.kehu.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign has led to, as far as the caller may see the customers and the orders.
 *
 * @param budget its budget, or null
 * @param steps the e-mails of each step
 * @param orders the orders with the code of the campaign, by currency, except drafts and
 * cancelled ones
 */
record CampaignResults(@Nullable Money budget, List<StepResults> steps, List<OrderResults> orders) {

	/**
	 * What became of the e-mails of a step.
	 *
	 * @param step the step, counted from 0
	 * @param queued those that are not sent yet
	 * @param sent those that the mail server accepted, bounced ones included
	 * @param opened those of which it is known
	 * @param optedOut those by which their recipients unsubscribed
	 * @param unknown those that may have been sent
	 * @param notSent those that were refused, skipped or cancelled
	 */
	record StepResults(int step, long queued, long sent, long opened, long clicked, long bounced, long optedOut,
			long unknown, long notSent) {
	}

	/**
	 * Orders in one currency.
	 */
	record OrderResults(long orders, Money revenue) {
	}

}
