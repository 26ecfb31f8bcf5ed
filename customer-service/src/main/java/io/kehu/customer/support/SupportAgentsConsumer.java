package io.kehu.customer.support;

import java.util.List;
import java.util.Set;

import io.kehu.platform.inbox.EventConsumer;
import io.kehu.platform.inbox.IncomingEvent;

import org.springframework.stereotype.Component;

/**
 * Follows the users of auth-service and their teams.
 */
@Component
class SupportAgentsConsumer implements EventConsumer {

	private final SupportAgents agents;

	SupportAgentsConsumer(SupportAgents agents) {
		this.agents = agents;
	}

	@Override
	public String name() {
		return "support-agents";
	}

	@Override
	public Set<String> topics() {
		return Set.of("kehu.users");
	}

	@Override
	public void accept(List<IncomingEvent> events) {
		for (IncomingEvent event : events) {
			if (event.tombstone()) {
				this.agents.remove(event.key());
			}
			else {
				this.agents.store(event.key(), event.version(), event.data(AgentState.class));
			}
		}
	}

}
