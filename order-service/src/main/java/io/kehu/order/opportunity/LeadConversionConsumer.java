package io.kehu.order.opportunity;

import java.util.List;
import java.util.Set;

import io.kehu.platform.inbox.EventConsumer;
import io.kehu.platform.inbox.IncomingEvent;

import org.springframework.stereotype.Component;

/**
 * Opens opportunities for converted leads.
 */
@Component
class LeadConversionConsumer implements EventConsumer {

	private final LeadConversions conversions;

	LeadConversionConsumer(LeadConversions conversions) {
		this.conversions = conversions;
	}

	@Override
	public String name() {
		return "lead-conversion";
	}

	@Override
	public Set<String> topics() {
		return Set.of("kehu.leads");
	}

	@Override
	public void accept(List<IncomingEvent> events) {
		for (IncomingEvent event : events) {
			if (!event.tombstone()) {
				this.conversions.follow(event.key(), event.data(LeadState.class));
			}
		}
	}

}
