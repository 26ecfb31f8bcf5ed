package io.kehu.deploy.local.system;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.kehu.platform.embedded.KafkaAccess;
import io.kehu.platform.embedded.KafkaUser;
import io.kehu.platform.embedded.RedisUser;

/**
 * The whole topology on one page: the processes, their ports, what each needs before it
 * can start, and its configuration.
 */
final class Topology {

	public static final String POSTGRES = "postgresql";

	public static final String KAFKA = "kafka";

	/** The cache, which evicts what has not been used for long. */
	public static final String REDIS = "redis";

	/** The login sessions and the counters of attempts, which must not be evicted. */
	public static final String LOGINS = "redis-logins";

	/** Collects the metrics of all processes, if it is installed. */
	public static final String PROMETHEUS = "prometheus";

	static final String GATEWAY = "gateway";

	/** The port with health and metrics of the gateway, for operators only. */
	static final String OPERATIONS = "gateway-operations";

	/** The servers that the applications need, all started at once. */
	public static final List<String> SERVERS = List.of(POSTGRES, KAFKA, REDIS, LOGINS);

	/**
	 * The applications, in the order in which they compete for the processor. None waits
	 * for discovery, Kafka or Redis: services connect once these are available.
	 */
	public static final List<Application> APPLICATIONS = List.of(
			Application.named("discovery").heap(64).with("-XX:TieredStopAtLevel=1"),
			Application.named("order-service")
				.needs(POSTGRES)
				.database("kehu_order")
				.redis(REDIS)
				.reads("kehu.customers", "kehu.leads")
				.heap(256)
				.scales(),
			Application.named("customer-service")
				.needs(POSTGRES)
				.database("kehu_customer")
				.redis(REDIS)
				.reads("kehu.orders", "kehu.users")
				.heap(256)
				.scales(),
			Application.named("auth-service")
				.needs(POSTGRES)
				.database("kehu_auth")
				.redis(LOGINS)
				.reads("kehu.permissions.*")
				.heap(192)
				.scales()
				.patient(12),
			Application.named(GATEWAY).redis(LOGINS).heap(192),
			Application.named("migration-service")
				.needs(POSTGRES)
				.database("kehu_migration")
				.redis(REDIS)
				.heap(512)
				.scales()
				.patient(12));

	/** The services that call others with a token of their own. */
	private static final Set<String> SELF_ASKING = Set.of("order-service", "migration-service");

	/** The services that send e-mails. */
	private static final Set<String> MAILING = Set.of("auth-service", "customer-service");

	/**
	 * The default port of each process; further instances of a service use the following
	 * ports.
	 */
	static final Map<String, Integer> PORTS = ports(Map.ofEntries(Map.entry(GATEWAY, 8080), Map.entry(OPERATIONS, 8081),
			Map.entry("discovery", 8761), Map.entry("auth-service", 9000), Map.entry("customer-service", 9100),
			Map.entry("order-service", 9200), Map.entry("migration-service", 9300), Map.entry(POSTGRES, 5442),
			Map.entry(KAFKA, 9092), Map.entry(REDIS, 6390), Map.entry(LOGINS, 6391), Map.entry(PROMETHEUS, 9090)));

	/** The offset of each process from <code>--port-base</code>. */
	static final Map<String, Integer> PORT_OFFSETS = ports(Map.ofEntries(Map.entry(GATEWAY, 0),
			Map.entry("discovery", 1), Map.entry(POSTGRES, 2), Map.entry(KAFKA, 3), Map.entry(REDIS, 4),
			Map.entry(OPERATIONS, 5), Map.entry(LOGINS, 6), Map.entry(PROMETHEUS, 7), Map.entry("auth-service", 10),
			Map.entry("customer-service", 20), Map.entry("order-service", 30), Map.entry("migration-service", 40)));

	/** The maximum number of instances of one service, so that ports do not overlap. */
	static final int MOST_INSTANCES = 10;

	/** The options of all application JVMs. */
	static final List<String> JVM_OPTIONS = List.of("-XX:+UseSerialGC", "-Xss512k", "-XX:ReservedCodeCacheSize=96m",
			"-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8");

	/**
	 * The number of partitions per topic. A single broker flushes each partition
	 * sequentially, twice per outbox transaction.
	 */
	private static final String ONE_BROKER_PARTITIONS = "3";

	/** The service with nothing but an outbox that benchmarks run. */
	private static final String BENCHMARK = "benchmark";

	private Topology() {
	}

	/** Returns the environment of one instance, which is its whole configuration. */
	static Map<String, String> environment(ApplicationInstance instance, Settings settings, Secrets secrets) {
		Map<String, String> environment = new LinkedHashMap<>();
		environment.put("SERVER_PORT", Integer.toString(instance.port()));
		environment.put("EUREKA_CLIENT_SERVICEURL_DEFAULTZONE", url(settings.port("discovery")) + "/eureka/");
		environment.put("KEHU_WEIGHT", Integer.toString(instance.weight()));
		environment.put("KEHU_AUTH_ISSUER", gatewayUrl(settings));
		environment.put("KEHU_AUTH_JWKS_URI", url(settings.port("auth-service")) + "/oauth2/jwks");
		if (!settings.traces().isEmpty()) {
			environment.put("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", settings.traces());
			environment.put("MANAGEMENT_TRACING_SAMPLING_PROBABILITY", "1");
		}
		links(instance.application(), settings, secrets, environment);
		if (instance.application().name().equals("auth-service")) {
			environment.put("KEHU_AUTH_ADMIN_USERNAME", Secrets.ADMINISTRATOR);
			environment.put("KEHU_AUTH_ADMIN_PASSWORD", secrets.administratorPassword());
			environment.put("KEHU_AUTH_KEY_SECRET", secrets.keySecret());
			environment.put("KEHU_AUTH_GATEWAY_CLIENT_SECRET", secrets.serviceSecret(GATEWAY));
			environment.put("KEHU_AUTH_CLI_CLIENT_SECRET", secrets.clientSecret());
			environment.put("KEHU_AUTH_ORDER_SERVICE_CLIENT_SECRET", secrets.serviceSecret("order-service"));
			environment.put("KEHU_AUTH_MIGRATION_SERVICE_CLIENT_SECRET", secrets.serviceSecret("migration-service"));
		}
		if (MAILING.contains(instance.application().name())) {
			environment.put("KEHU_MAIL_FOLDER", secrets.mailFolder().toString());
		}
		if (SELF_ASKING.contains(instance.application().name())) {
			environment.put("KEHU_AUTH_TOKEN_URI", url(settings.port("auth-service")) + "/oauth2/token");
			environment.put("KEHU_SERVICE_CLIENT_SECRET", secrets.serviceSecret(instance.application().name()));
		}
		if (instance.application().name().equals("migration-service")) {
			environment.put("KEHU_MIGRATION_STAGING_FOLDER", secrets.stagingFolder().toString());
			environment.put("KEHU_MIGRATION_STAGING_KEYS", secrets.stagingKey());
		}
		if (instance.application().name().equals(GATEWAY)) {
			environment.put("KEHU_GATEWAY_SESSIONS_CLIENT_SECRET", secrets.serviceSecret(GATEWAY));
			environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(settings.port(OPERATIONS)));
		}
		return environment;
	}

	/** Adds the addresses of what an application uses, with its credentials for each. */
	private static void links(Application application, Settings settings, Secrets secrets,
			Map<String, String> environment) {
		String name = application.name();
		if (name.equals("order-service")) {
			environment.put("KEHU_PAYMENTS_PROVIDERS_FAKE_SECRET", secrets.paymentProviderSecret());
		}
		environment.put("KEHU_LINK_KEY", secrets.linkKey(name));
		environment.put("KEHU_LINK_PEERS",
				APPLICATIONS.stream()
					.map((peer) -> peer.name() + "=" + secrets.linkPublicKey(peer.name()))
					.collect(Collectors.joining(",")));
		String redis = application.redis();
		if (redis != null) {
			environment.put("SPRING_DATA_REDIS_HOST", "127.0.0.1");
			environment.put("SPRING_DATA_REDIS_PORT", Integer.toString(settings.port(redis)));
			environment.put("SPRING_DATA_REDIS_USERNAME", name);
			environment.put("SPRING_DATA_REDIS_PASSWORD", secrets.redisPassword(name));
		}
		String database = application.database();
		if (database != null) {
			environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + settings.port(KAFKA));
			environment.put("SPRING_KAFKA_SECURITY_PROTOCOL", KafkaAccess.PROTOCOL);
			environment.put("KEHU_KAFKA_PASSWORD", secrets.kafkaPassword(name));
			environment.put("SPRING_DATASOURCE_URL",
					"jdbc:postgresql://127.0.0.1:" + settings.port(POSTGRES) + "/" + database);
			environment.put("SPRING_DATASOURCE_USERNAME", database);
			environment.put("SPRING_DATASOURCE_PASSWORD", secrets.databasePassword(database));
			environment.put("KEHU_OUTBOX_PARTITIONS", ONE_BROKER_PARTITIONS);
			environment.put("KEHU_SEALING_KEYS", secrets.sealingKey(name));
			environment.put("KEHU_SEALING_INDEX_KEYS", secrets.sealingIndexKey(name));
		}
	}

	/** Returns the users of a Redis server: the services that use it. */
	static List<RedisUser> redisUsers(String server, Secrets secrets) {
		return APPLICATIONS.stream()
			.filter((application) -> server.equals(application.redis()))
			.map((application) -> new RedisUser(application.name(), secrets.redisPassword(application.name())))
			.toList();
	}

	/**
	 * Returns who may use Kafka: each service writes to its own topics and reads those
	 * that it needs, and operators read all events.
	 * @param root the root folder of the project, where the services describe their
	 * topics
	 */
	static KafkaAccess kafkaAccess(Secrets secrets, Path root) {
		Stream<KafkaUser> services = APPLICATIONS.stream()
			.filter((application) -> application.database() != null)
			.map((application) -> kafkaUser(application, PublishedTopics.of(application.name(), root),
					secrets.kafkaPassword(application.name())));
		KafkaUser operator = new KafkaUser(Secrets.OPERATOR, secrets.kafkaPassword(Secrets.OPERATOR))
			.readingAll("kehu.")
			.joining(Secrets.OPERATOR);
		KafkaUser benchmark = new KafkaUser(BENCHMARK, secrets.kafkaPassword(BENCHMARK)).owning("kehu." + BENCHMARK)
			.owning("kehu.outbox." + BENCHMARK)
			.committing("kehu-outbox-" + BENCHMARK);
		return new KafkaAccess(secrets.kafkaPassword("broker"),
				Stream.concat(services, Stream.of(operator, benchmark)).toList());
	}

	private static KafkaUser kafkaUser(Application application, List<String> published, String password) {
		String name = application.name();
		KafkaUser user = new KafkaUser(name, password).writing(published)
			.owning("kehu.outbox." + name)
			.committing("kehu-outbox-" + name)
			.joining(name + ".");
		for (String topic : application.reads()) {
			user = topic.endsWith("*") ? readingAll(user, topic.substring(0, topic.length() - 1))
					: user.reading(List.of(topic)).owning(deadLetters(topic, name));
		}
		return user;
	}

	/** Dead letters need the names of the topics, which are those of the services. */
	private static KafkaUser readingAll(KafkaUser user, String prefix) {
		KafkaUser reader = user.readingAll(prefix);
		for (Application publisher : APPLICATIONS) {
			reader = reader.owning(deadLetters(prefix + publisher.name(), user.name()));
		}
		return reader;
	}

	private static String deadLetters(String topic, String consumer) {
		return topic + "." + consumer + ".";
	}

	/** Returns the URL of the gateway. */
	public static String gatewayUrl(Settings settings) {
		return "http://localhost:" + settings.port(GATEWAY);
	}

	/**
	 * Returns the databases that the system needs, each owned by the role with the same
	 * name.
	 */
	static List<String> databases() {
		return APPLICATIONS.stream().map(Application::database).filter((name) -> name != null).toList();
	}

	private static String url(int port) {
		return "http://127.0.0.1:" + port;
	}

	private static Map<String, Integer> ports(Map<String, Integer> unordered) {
		return unordered.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue())
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (left, right) -> left,
					LinkedHashMap::new));
	}

	/**
	 * Returns the application with this name.
	 * @throws LaunchFailure if there is none
	 */
	static Application application(String name) {
		return APPLICATIONS.stream()
			.filter((application) -> application.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new LaunchFailure("Unknown application '" + name + "'; choose one of "
					+ APPLICATIONS.stream().map(Application::name).collect(Collectors.joining(", ")) + "."));
	}

}
