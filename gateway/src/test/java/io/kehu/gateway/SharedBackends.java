package io.kehu.gateway;

import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.kehu.platform.embedded.FreePorts;
import io.kehu.platform.embedded.RedisServer;
import io.kehu.platform.embedded.ServerSettings;
import org.reactivestreams.Publisher;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The backends of all tests that are not about instances starting, stopping or hanging:
 * two instances of customer-service, one of auth-service, and one each of order-service
 * and migration-service that are not reachable. Sessions are in a Redis of their own.
 */
final class SharedBackends implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	static final Backend CUSTOMERS = new Backend();

	static final Backend SECOND_CUSTOMERS = new Backend();

	static final Backend ACCESS = new Backend();

	static final String SESSION_SECRET = "a-secret-of-the-gateway-for-browsers";

	private static final RedisServer SESSIONS = new RedisServer(ServerSettings.forTests());

	private static final String UNREACHABLE = "http://127.0.0.1:" + FreePorts.next();

	/** Defines the response of both instances of customer-service. */
	static void customersAnswering(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer) {
		CUSTOMERS.answering(answer);
		SECOND_CUSTOMERS.answering(answer);
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		SESSIONS.start();
		String instances = "spring.cloud.discovery.client.simple.instances.";
		TestPropertyValues
			.of(instances + "customer-service[0].uri=" + CUSTOMERS.address(),
					instances + "customer-service[1].uri=" + SECOND_CUSTOMERS.address(),
					instances + "auth-service[0].uri=" + ACCESS.address(),
					instances + "order-service[0].uri=" + UNREACHABLE,
					instances + "migration-service[0].uri=" + UNREACHABLE)
			.and("spring.data.redis.port=" + SESSIONS.port(), "kehu.gateway.sessions.client-secret=" + SESSION_SECRET,
					"kehu.gateway.sessions.per-user=3")
			.and(announcement("customer-service", "customers", "contacts"))
			.and(announcement("auth-service", "users", "teams", "roles", "clients", "me"))
			.and(announcement("order-service", "orders", "products"))
			.and(announcement("migration-service", "migrations"))
			.and(instances + "migration-service[0].metadata.streams=/api/v1/migrations/uploads/{id}")
			.applyTo(context);
	}

	/**
	 * Returns the settings by which an instance announces resources that are records, and
	 * its dead letters.
	 */
	static String[] announcement(String service, String... resources) {
		String metadata = "spring.cloud.discovery.client.simple.instances." + service + "[0].metadata.";
		return new String[] { metadata + "resources=" + String.join(",", resources) + "," + service,
				metadata + "streams="
						+ Stream.of(resources)
							.map("/api/v1/%1$s/bulk,/api/v1/%1$s/export"::formatted)
							.collect(Collectors.joining(",")) };
	}

}
