package io.kehu.platform.test.infrastructure;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.link.TestLink;
import io.kehu.platform.test.token.SigningKeyServer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.util.ClassUtils;

/**
 * Connects a context to its servers. Test classes that ask for the same servers, and are
 * configured alike otherwise, share one context and one database; a class with dedicated
 * servers shares with no other.
 *
 * @param servers the servers that the context needs
 * @param dedicated the servers that no other class may use
 * @param owner the outermost test class when servers are dedicated, null otherwise
 */
record InfrastructureCustomizer(Set<Server> servers, Set<Server> dedicated,
		@Nullable Class<?> owner) implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		Infrastructure infrastructure = Infrastructure.of(configuration.getTestClass(), this.dedicated);
		infrastructure.begin(this.servers);
		infrastructure.serve(context);
		addProperties(context.getEnvironment());
		BeanDefinitionRegistry registry = (BeanDefinitionRegistry) context.getBeanFactory();
		register(registry, Infrastructure.class, () -> infrastructure);
		if (uses(Server.POSTGRES, "jdbc.autoconfigure.Jdbc", context)) {
			PostgresConnection.register(registry, infrastructure);
		}
		if (uses(Server.KAFKA, "kafka.autoconfigure.Kafka", context)) {
			KafkaConnection.register(registry, infrastructure);
		}
		if (uses(Server.REDIS, "data.redis.autoconfigure.DataRedis", context)) {
			RedisConnection.register(registry, infrastructure);
		}
		if (this.servers.contains(Server.KAFKA)) {
			register(registry, EventProbe.class, () -> new EventProbe(infrastructure.kafka()));
		}
		register(registry, HttpProbe.class, () -> new HttpProbe(
				() -> "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port")));
	}

	private boolean uses(Server server, String prefix, ConfigurableApplicationContext context) {
		return this.servers.contains(server) && ClassUtils
			.isPresent("org.springframework.boot." + prefix + "ConnectionDetails", context.getClassLoader());
	}

	static <T> void register(BeanDefinitionRegistry registry, Class<T> type, Supplier<T> supplier) {
		BeanDefinition definition = BeanDefinitionBuilder.rootBeanDefinition(type, supplier)
			.setLazyInit(true)
			.getBeanDefinition();
		registry.registerBeanDefinition("kehuTest" + type.getSimpleName(), definition);
	}

	/** Beneath what the test class says itself and above the service's configuration. */
	private static void addProperties(ConfigurableEnvironment environment) {
		Map<String, Object> values = new HashMap<>();
		values.put("eureka.client.enabled", "false");
		values.put("management.tracing.export.enabled", "false");
		values.put("kehu.stop.drain", "0s");
		values.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
		values.put("spring.datasource.hikari.maximum-pool-size", "8");
		values.put("spring.datasource.hikari.minimum-idle", "1");
		// Slices would put an in-memory database in place of the real one
		values.put("spring.test.database.replace", "none");
		values.put("kehu.auth.issuer", SigningKeyServer.ISSUER);
		values.put("kehu.auth.jwks-uri", SigningKeyServer.address().toString());
		values.put("kehu.link.peers", TestLink.PEERS);
		values.putAll(Infrastructure.SEALING);
		MutablePropertySources sources = environment.getPropertySources();
		MapPropertySource source = new MapPropertySource("kehuTest", values);
		String inlined = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
		if (sources.contains(inlined)) {
			sources.addAfter(inlined, source);
		}
		else {
			sources.addFirst(source);
		}
	}

}
