package io.kehu.deploy.local.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The whole topology on one page: the processes, their ports, what each needs before it
 * can start, and its configuration.
 */
final class Topology {

	public static final String POSTGRES = "postgresql";

	public static final String KAFKA = "kafka";

	public static final String REDIS = "redis";

	static final String GATEWAY = "gateway";

	/** The port with health and metrics of the gateway, for operators only. */
	static final String OPERATIONS = "gateway-operations";

	/** The servers that the applications need, all started at once. */
	public static final List<String> SERVERS = List.of(POSTGRES, KAFKA, REDIS);

	/**
	 * The applications, in the order in which they compete for the processor. None waits
	 * for discovery, Kafka or Redis: services connect once these are available.
	 */
	public static final List<Application> APPLICATIONS = List.of(
			Application.named("discovery").heap(64).with("-XX:TieredStopAtLevel=1"),
			Application.named("order-service").needs(POSTGRES).database("kehu_order").heap(256).scales(),
			Application.named("customer-service").needs(POSTGRES).database("kehu_customer").heap(256).scales(),
			Application.named("auth-service").needs(POSTGRES).database("kehu_auth").heap(192).scales().patient(12),
			Application.named(GATEWAY).heap(192),
			Application.named("migration-service")
				.needs(POSTGRES)
				.database("kehu_migration")
				.heap(512)
				.scales()
				.patient(12));

	/** The services that call others with a token of their own. */
	private static final Set<String> SELF_ASKING = Set.of("order-service", "migration-service");

	/**
	 * The default port of each process; further instances of a service use the following
	 * ports.
	 */
	static final Map<String, Integer> PORTS = ports(
			Map.of(GATEWAY, 8080, OPERATIONS, 8081, "discovery", 8761, "auth-service", 9000, "customer-service", 9100,
					"order-service", 9200, "migration-service", 9300, POSTGRES, 5442, KAFKA, 9092, REDIS, 6390));

	/** The offset of each process from <code>--port-base</code>. */
	static final Map<String, Integer> PORT_OFFSETS = ports(
			Map.of(GATEWAY, 0, "discovery", 1, POSTGRES, 2, KAFKA, 3, REDIS, 4, OPERATIONS, 5, "auth-service", 10,
					"customer-service", 20, "order-service", 30, "migration-service", 40));

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
		environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + settings.port(KAFKA));
		environment.put("SPRING_DATA_REDIS_URL", "redis://127.0.0.1:" + settings.port(REDIS));
		String database = instance.application().database();
		if (database != null) {
			environment.put("SPRING_DATASOURCE_URL",
					"jdbc:postgresql://127.0.0.1:" + settings.port(POSTGRES) + "/" + database);
			environment.put("SPRING_DATASOURCE_USERNAME", database);
			environment.put("SPRING_DATASOURCE_PASSWORD", secrets.databasePassword(database));
			environment.put("KEHU_OUTBOX_PARTITIONS", ONE_BROKER_PARTITIONS);
		}
		if (instance.application().name().equals("auth-service")) {
			environment.put("KEHU_AUTH_ADMIN_USERNAME", Secrets.ADMINISTRATOR);
			environment.put("KEHU_AUTH_ADMIN_PASSWORD", secrets.administratorPassword());
			environment.put("KEHU_AUTH_KEY_SECRET", secrets.keySecret());
			environment.put("KEHU_AUTH_CLI_CLIENT_SECRET", secrets.clientSecret());
			environment.put("KEHU_AUTH_ORDER_SERVICE_CLIENT_SECRET", secrets.serviceSecret("order-service"));
			environment.put("KEHU_AUTH_MIGRATION_SERVICE_CLIENT_SECRET", secrets.serviceSecret("migration-service"));
			environment.put("KEHU_AUTH_MAIL_FOLDER", secrets.mailFolder().toString());
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
			environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(settings.port(OPERATIONS)));
		}
		return environment;
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
