package io.kehu.platform.test.infrastructure;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.kehu.platform.test.Renewable;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The servers of one test class, or of all classes that share a context, each empty when
 * the class first asks for it.
 */
public final class Infrastructure {

	/** The properties with the keys that seal values in all tests. */
	public static final Map<String, String> SEALING = Map.of("kehu.sealing.keys",
			"1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "kehu.sealing.index-keys",
			"1:ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=");

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	private static @Nullable Infrastructure current;

	private Class<?> testClass;

	private final Set<Server> dedicated;

	private final RunningServers own = new RunningServers();

	private final Map<Server, Object> ready = new LinkedHashMap<>();

	private @Nullable ConfigurableApplicationContext context;

	private @Nullable DatabaseSeed seed;

	private Infrastructure(Class<?> testClass, Set<Server> dedicated) {
		this.testClass = testClass;
		this.dedicated = dedicated;
	}

	/**
	 * Returns the infrastructure of a test class; what another class before it had is
	 * given back.
	 * @param testClass the class, or one nested in it
	 * @param dedicated the servers that it wants for itself alone
	 * @return the infrastructure, the same each time, never null
	 */
	static synchronized Infrastructure of(Class<?> testClass, Set<Server> dedicated) {
		Class<?> outermost = outermost(testClass);
		if (current == null || !current.serves(testClass, outermost)) {
			releaseCurrent();
			current = new Infrastructure(outermost, dedicated);
		}
		return current;
	}

	/** Closes the context and gives back the servers of the class that ran last. */
	static synchronized void releaseCurrent() {
		if (current != null) {
			current.release();
			current = null;
		}
	}

	static Class<?> outermost(Class<?> testClass) {
		Class<?> outer = testClass;
		while (outer.getEnclosingClass() != null) {
			outer = outer.getEnclosingClass();
		}
		return outer;
	}

	/** Begins to start servers in the background. */
	void begin(Set<Server> servers) {
		servers.forEach((server) -> servers(server).begin(Set.of(server)));
	}

	/** Remembers the context, and what its database holds once it has started. */
	void serve(ConfigurableApplicationContext served) {
		this.context = served;
		served.addApplicationListener((ApplicationListener<ApplicationReadyEvent>) (event) -> {
			if (served.equals(event.getApplicationContext())) {
				rememberDatabase();
			}
		});
	}

	/**
	 * Hands the servers over to the next test class that uses the same context, as empty
	 * as the first class found them: the database as it was after the start, no events,
	 * no consumer groups, no keys. The context is paused meanwhile.
	 */
	synchronized void passTo(Class<?> nextClass, ConfigurableApplicationContext shared) {
		if (nextClass == this.testClass) {
			return;
		}
		this.testClass = nextClass;
		shared.pause();
		if (this.seed != null && this.ready.get(Server.POSTGRES) instanceof Database database) {
			this.seed.restore(database);
		}
		if (this.ready.get(Server.KAFKA) instanceof String bootstrapServers) {
			Broker.renew(bootstrapServers);
		}
		if (this.ready.get(Server.REDIS) instanceof String url) {
			URI redis = URI.create(url);
			KeySpace.empty(redis.getHost(), redis.getPort());
		}
		shared.getBeansOfType(Renewable.class).values().forEach(Renewable::renew);
		shared.restart();
	}

	private synchronized void rememberDatabase() {
		if (this.seed == null && this.dedicated.isEmpty()
				&& this.ready.get(Server.POSTGRES) instanceof Database database) {
			this.seed = DatabaseSeed.of(database);
		}
	}

	/**
	 * The database of this class.
	 * @return where it is, never null
	 */
	public synchronized Database postgres() {
		return (Database) this.ready.computeIfAbsent(Server.POSTGRES, (server) -> Database
			.create(servers(server).get(server).postgres(), "kehu_test_" + NUMBERS.incrementAndGet()));
	}

	/**
	 * Kafka, without a topic.
	 * @return host and port to begin with, never null
	 */
	public synchronized String kafka() {
		return (String) this.ready.computeIfAbsent(Server.KAFKA, (server) -> {
			TestServer kafka = servers(server).get(server).server();
			String bootstrapServers = kafka.host() + ":" + kafka.port();
			if (!this.dedicated.contains(server)) {
				Broker.empty(bootstrapServers);
			}
			return bootstrapServers;
		});
	}

	/**
	 * Redis, without a key.
	 * @return its URL, never null
	 */
	public synchronized String redis() {
		return (String) this.ready.computeIfAbsent(Server.REDIS, (server) -> {
			TestServer redis = servers(server).get(server).server();
			KeySpace.empty(redis.host(), redis.port());
			return "redis://" + redis.host() + ":" + redis.port();
		});
	}

	/**
	 * What can be done to a server that belongs to this class alone.
	 * @param server the server
	 * @return its faults, never null
	 * @throws IllegalStateException when other classes use the server, too
	 */
	public Faults faults(Server server) {
		if (!this.dedicated.contains(server)) {
			throw new IllegalStateException(server + " is shared by all test classes: ask for one of your own with"
					+ " @WithInfrastructure(dedicated = Server." + server + ").");
		}
		return this.own.get(server).server();
	}

	/**
	 * The properties by which a service finds all three servers, and the keys that seal
	 * values, as a test needs them that starts an application by itself.
	 * @return names and values, never null
	 */
	public Map<String, String> properties() {
		Database database = postgres();
		Map<String, String> properties = new HashMap<>(SEALING);
		properties.putAll(Map.of("spring.datasource.url", database.jdbcUrl(), "spring.datasource.username",
				database.username(), "spring.datasource.password", database.password(),
				"spring.kafka.bootstrap-servers", kafka(), "spring.data.redis.url", redis()));
		return properties;
	}

	/** A nested class may be inherited by the class that is running. */
	private boolean serves(Class<?> candidate, Class<?> outermost) {
		return this.testClass == outermost || (candidate != outermost && outermost.isAssignableFrom(this.testClass));
	}

	private RunningServers servers(Server server) {
		return this.dedicated.contains(server) ? this.own : RunningServers.SHARED;
	}

	private synchronized void release() {
		if (this.context != null) {
			this.context.close();
		}
		if (this.ready.get(Server.POSTGRES) instanceof Database database && !this.dedicated.contains(Server.POSTGRES)) {
			database.drop();
		}
		this.ready.clear();
		this.own.close();
	}

}
