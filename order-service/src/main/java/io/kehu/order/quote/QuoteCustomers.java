package io.kehu.order.quote;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.kehu.order.customer.CustomerOrigins;
import io.kehu.order.customer.CustomersChanged;
import io.kehu.platform.record.RecordEvent;
import io.kehu.platform.record.RecordStore;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves quotes to the survivor when their customer is merged, and back when the merge is
 * undone.
 */
@Component
class QuoteCustomers {

	private final CustomerOrigins origins;

	private final QuoteRepository repository;

	private final RecordStore<QuoteDetails, Quote, QuoteView> quotes;

	private final Clock clock;

	QuoteCustomers(@Qualifier("quoteOrigins") CustomerOrigins origins, QuoteRepository repository,
			RecordStore<QuoteDetails, Quote, QuoteView> quotes, Clock clock) {
		this.origins = origins;
		this.repository = repository;
		this.quotes = quotes;
		this.clock = clock;
	}

	@EventListener
	void follow(CustomersChanged change) {
		this.origins.follow(change.ids(), this::move);
	}

	/** Also moves those that a user could not change any more. */
	private void move(List<UUID> ids, UUID survivor) {
		for (Quote quote : this.repository.hold(ids)) {
			QuoteView before = quote.view();
			quote.reassign(survivor, this.clock.instant());
			this.quotes.record(RecordEvent.CHANGED, quote, before);
		}
	}

}
