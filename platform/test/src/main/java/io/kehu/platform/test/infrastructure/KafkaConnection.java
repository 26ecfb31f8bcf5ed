package io.kehu.platform.test.infrastructure;

import java.util.List;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;

/**
 * Tells Spring Boot where the broker is; it starts only when a context connects to it.
 *
 * @param bootstrapServers the host and port of the broker
 */
record KafkaConnection(List<String> bootstrapServers) implements KafkaConnectionDetails {

	static void register(BeanDefinitionRegistry registry, Infrastructure infrastructure) {
		InfrastructureCustomizer.register(registry, KafkaConnectionDetails.class,
				() -> new KafkaConnection(List.of(infrastructure.kafka())));
	}

	@Override
	public List<String> getBootstrapServers() {
		return this.bootstrapServers;
	}

}
