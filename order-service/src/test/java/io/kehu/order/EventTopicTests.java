package io.kehu.order;

import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class EventTopicTests extends OrderServiceTest {

	@Autowired
	private Outbox outbox;

	@Test
	void areDescribedAsDeclared() {
		assertThat(this.outbox.topics()).filteredOn((topic) -> !topic.equals("kehu.customers"))
			.containsExactlyInAnyOrderElementsOf(EventContract.describedTopics());
	}

}
