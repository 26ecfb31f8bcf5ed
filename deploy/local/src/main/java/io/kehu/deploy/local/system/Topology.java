package io.kehu.deploy.local.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The whole topology on one page: which processes there are, where they listen, what each
 * needs before it can start, and what it is told.
 */
final class Topology {

	public static final String POSTGRES = "postgresql";

	public static final String KAFKA = "kafka";

	public static final String REDIS = "redis";

	static final String GATEWAY = "gateway";

	/** The port where the gateway shows its health and metrics to operations alone. */
	static final String OPERATIONS = "gateway-operations";

	/** The servers underneath, started first, at the same time. */
	public static final List<String> SERVERS = List.of(POSTGRES, KAFKA, REDIS);

	/**
	 * Our own processes, in the order in which they compete for the processor. None waits
	 * for discovery, Kafka or Redis: a service finds them when they are there.
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

	/** Those that ask others in their own name. */
	private static final Set<String> SELF_ASKING = Set.of("order-service", "migration-service");

	/**
	 * Where each process listens unless told otherwise; a scaled one counts up from
	 * there.
	 */
	static final Map<String, Integer> PORTS = ports(
			Map.of(GATEWAY, 8080, OPERATIONS, 8081, "discovery", 8761, "auth-service", 9000, "customer-service", 9100,
					"order-service", 9200, "migration-service", 9300, POSTGRES, 5442, KAFKA, 9092, REDIS, 6390));

	/** The distance of each process from <code>--port-base</code>. */
	static final Map<String, Integer> PORT_OFFSETS = ports(
			Map.of(GATEWAY, 0, "discovery", 1, POSTGRES, 2, KAFKA, 3, REDIS, 4, OPERATIONS, 5, "auth-service", 10,
					"customer-service", 20, "order-service", 30, "migration-service", 40));

	/** At most so many instances of one service, so that their ports stay apart. */
	static final int MOST_INSTANCES = 10;

	/** What every JVM of ours is started with. */
	static final List<String> JVM_OPTIONS = List.of("-XX:+UseSerialGC", "-Xss512k", "-XX:ReservedCodeCacheSize=96m",
			"-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8");

	/**
	 * Partitions of a topic, where one broker on one disk writes each of them through,
	 * one after the other, twice per transaction of an outbox.
	 */
	private static final String ONE_BROKER_PARTITIONS = "3";

	private Topology() {
	}

	/** The environment of one instance: all that it is ever told. */
	static Map<String, String> environment(Instance instance, Settings settings, Secrets secrets) {
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

	/** Where people and programs reach Kehu. */
	public static String gatewayUrl(Settings settings) {
		return "http://localhost:" + settings.port(GATEWAY);
	}

	/** The databases that the system needs, each with the role of the same name. */
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
	 * The application of this name.
	 * @throws LaunchFailure when there is none
	 */
	static Application application(String name) {
		return APPLICATIONS.stream()
			.filter((application) -> application.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new LaunchFailure("There is no application '" + name + "': choose from "
					+ APPLICATIONS.stream().map(Application::name).collect(Collectors.joining(", ")) + "."));
	}

}
