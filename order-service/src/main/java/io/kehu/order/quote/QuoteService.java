package io.kehu.order.quote;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import io.kehu.order.document.DocumentPrinter;
import io.kehu.order.order.OrderLineDetails;
import io.kehu.order.order.QuoteOrders;
import io.kehu.order.order.Quoted;
import io.kehu.platform.access.Access;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.security.Callers;
import io.kehu.platform.web.VersionCheck;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/**
 * Leads quotes from draft to order.
 */
@Service
class QuoteService {

	private final RecordStore<QuoteDetails, Quote, QuoteView> quotes;

	private final QuoteOrders orders;

	private final DiscountLimit limit;

	private final DocumentPrinter printer;

	private final Clock clock;

	QuoteService(RecordStore<QuoteDetails, Quote, QuoteView> quotes, QuoteOrders orders, DiscountLimit limit,
			DocumentPrinter printer, Clock clock) {
		this.quotes = quotes;
		this.orders = orders;
		this.limit = limit;
		this.printer = printer;
		this.clock = clock;
	}

	/**
	 * Approves the discount of a quote.
	 * @throws ProblemException 403 if it is higher than the caller may grant
	 */
	QuoteView approve(UUID id, VersionCheck expected) {
		return this.quotes.act(id, expected, (quote, now) -> {
			quote.progress().check(QuoteStatus.PENDING, "approve");
			return quote.approve(this.limit.check(quote), now);
		});
	}

	QuoteView reject(UUID id, VersionCheck expected, Refusal refusal) {
		return this.quotes.act(id, expected, (quote, now) -> quote.reject(refusal.reason(), now));
	}

	/**
	 * Records that a quote was sent to the customer.
	 * @throws ProblemException 403 if it has not been approved, and its discount is
	 * higher than the caller may grant
	 */
	QuoteView send(UUID id, VersionCheck expected) {
		return this.quotes.act(id, expected, (quote, now) -> {
			if (quote.progress().status() == QuoteStatus.DRAFT) {
				this.limit.check(quote);
			}
			return quote.send(today(), now);
		});
	}

	QuoteView decline(UUID id, VersionCheck expected, Refusal refusal) {
		return this.quotes.act(id, expected, (quote, now) -> quote.decline(refusal.reason(), now));
	}

	/**
	 * Places the order that follows from a quote, in the transaction in which the quote
	 * becomes accepted: of two acceptances at once, one fails with its order and is tried
	 * again. A quote that was accepted already remains as it is.
	 * @throws ProblemException 403 without permission to place orders, 409 if it was not
	 * sent, is not valid any more, or its products are not available
	 */
	QuoteView accept(UUID id, VersionCheck expected, Acceptance acceptance) {
		if (!Callers.current().may("order:write")) {
			throw Access.forbidden();
		}
		QuoteView seen = this.quotes.get(id);
		QuoteOrders.Prepared order = (seen.status() == QuoteStatus.SENT) ? prepare(seen, acceptance) : null;
		return this.quotes.act(id, expected, (quote, now) -> {
			if (quote.progress().status() == QuoteStatus.ACCEPTED) {
				return null;
			}
			quote.checkAcceptable(today());
			if (order == null || quote.version() != seen.version()) {
				throw new OptimisticLockingFailureException("Quote %s has changed".formatted(quote.number()));
			}
			QuoteOrders.Placed placed = this.orders.place(order);
			return quote.accept(placed.id(), placed.number(), now);
		});
	}

	private QuoteOrders.Prepared prepare(QuoteView quote, Acceptance acceptance) {
		Quoted quoted = new Quoted(quote.customerId(), quote.currency(),
				quote.lines()
					.stream()
					.map((line) -> new OrderLineDetails(line.productId(), line.sku(), line.description(),
							line.quantity(), line.unitPrice(), line.discount(), line.tax()))
					.toList());
		return this.orders.prepare(quoted, acceptance.clientOrderNumber(), acceptance.orderDate(), quote.ownership());
	}

	/**
	 * Returns a quote as a PDF document.
	 * @param revision one of its versions, or null for the present one
	 * @throws ProblemException 404 if there is no such version
	 */
	byte[] print(UUID id, @Nullable Integer revision) {
		return this.printer.print(PrintedQuote.of(this.quotes.get(id), revision));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
