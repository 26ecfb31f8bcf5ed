package io.kehu.customer;

import java.util.Set;

import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.test.contract.EventContract;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class EventTopicTests {

	@Autowired
	private Outbox outbox;

	@Test
	void areDescribedAsDeclared() {
		assertThat(this.outbox.topics()).filteredOn((topic) -> !Set.of("kehu.orders", "kehu.users").contains(topic))
			.containsExactlyInAnyOrderElementsOf(EventContract.describedTopics());
	}

}
