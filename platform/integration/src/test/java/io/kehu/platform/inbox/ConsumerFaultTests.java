package io.kehu.platform.inbox;

import java.util.UUID;

import io.kehu.platform.outbox.EventServers;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Consumers wait for a database or a broker that is away, and lose nothing.
 */
@WithInfrastructure(value = { Server.POSTGRES, Server.KAFKA }, dedicated = { Server.POSTGRES, Server.KAFKA })
class ConsumerFaultTests {

	private static EventServers servers;

	private EventSender customers;

	@BeforeAll
	static void start(Infrastructure infrastructure) {
		servers = new EventServers(infrastructure);
	}

	@BeforeEach
	void prepare() throws Exception {
		this.customers = new EventSender(servers.bootstrapServers());
	}

	@AfterEach
	void close() {
		this.customers.close();
	}

	@Test
	void waitsForTheDatabaseRatherThanGivingUp() {
		UUID before = UUID.randomUUID();
		UUID after = UUID.randomUUID();
		this.customers.send(before, 1, "{\"name\":\"Ada\"}");
		try (NameReplica replica = new NameReplica(servers, this.customers.topic())) {
			replica.awaitName(before, "Ada");
			int attempts = replica.attempts();
			servers.postgres().stop();
			try {
				this.customers.send(after, 1, "{\"name\":\"Grace\"}");
				Awaitility.await().until(() -> replica.failedTransactions() > NameReplica.RETRIES + 1);
				assertThat(replica.attempts()).isEqualTo(attempts);
			}
			finally {
				servers.postgres().start();
			}
			replica.awaitName(after, "Grace");
			assertThat(replica.waiting()).isZero();
		}
	}

	@Test
	void beginsWhenTheBrokerComes() {
		servers.kafka().stop();
		try (NameReplica replica = new NameReplica(servers, this.customers.topic())) {
			servers.kafka().start();
			UUID key = UUID.randomUUID();
			this.customers.send(key, 1, "{\"name\":\"Ada\"}");
			replica.awaitName(key, "Ada");
		}
	}

}
