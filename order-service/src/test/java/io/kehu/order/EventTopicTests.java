package io.kehu.order;

import java.util.Set;

import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class EventTopicTests extends OrderServiceTest {

	private static final Set<String> OTHERS = Set.of("kehu.customers", "kehu.leads");

	@Autowired
	private Outbox outbox;

	@Test
	void areDescribedAsDeclared() {
		assertThat(this.outbox.topics()).filteredOn((topic) -> !OTHERS.contains(topic))
			.containsExactlyInAnyOrderElementsOf(EventContract.describedTopics());
	}

}
