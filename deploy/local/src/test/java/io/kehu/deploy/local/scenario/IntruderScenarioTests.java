package io.kehu.deploy.local.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import io.kehu.deploy.local.system.LaunchFailure;
import io.kehu.deploy.local.system.NodeStatus;
import io.kehu.deploy.local.system.Secrets;
import io.kehu.deploy.local.system.SystemStatus;
import io.kehu.platform.embedded.KafkaAccess;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What another process on the same machine finds open: nothing. It has no credentials, or
 * those of a service that it has taken over.
 */
@WholeSystem
class IntruderScenarioTests {

	private static final String INSTANCE = """
			{"instance": {"instanceId": "rogue", "app": "CUSTOMER-SERVICE", "hostName": "127.0.0.1",
			"ipAddr": "127.0.0.1", "vipAddress": "customer-service", "status": "UP",
			"port": {"$": %d, "@enabled": "true"},
			"dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"},
			"leaseInfo": {"renewalIntervalInSecs": 2, "durationInSecs": 300}, "metadata": {"weight": "1000000"}}}
			""";

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

	@Test
	void aRogueInstanceCannotRegisterAndReceivesNothing(RunningKehu kehu) throws Exception {
		AtomicInteger received = new AtomicInteger();
		HttpServer rogue = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		rogue.createContext("/", (exchange) -> {
			received.incrementAndGet();
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		rogue.start();
		try {
			String registry = "http://127.0.0.1:" + kehu.system().settings().port("discovery") + "/eureka/apps";
			assertThat(status("GET", registry, "")).isEqualTo(401);
			String instance = INSTANCE.formatted(rogue.getAddress().getPort());
			assertThat(status("POST", registry + "/CUSTOMER-SERVICE", instance)).isEqualTo(401);
			assertThat(status("PUT", registry + "/CUSTOMER-SERVICE/x/metadata?weight=0", "")).isEqualTo(401);
			assertThat(status("DELETE", registry + "/CUSTOMER-SERVICE/x", "")).isEqualTo(401);
			for (int request = 0; request < 20; request++) {
				kehu.api().get("/api/v1/customers?limit=1").expect(200);
			}
			assertThat(received).hasValue(0);
		}
		finally {
			rogue.stop(0);
		}
	}

	@Test
	void theOperatorWeighsAnInstance(RunningKehu kehu) {
		kehu.system().weigh("customer-service", 5);
		kehu.system().weigh("customer-service", 1);
		assertThatThrownBy(() -> kehu.system().weigh("customer-service-2", 1)).isInstanceOf(LaunchFailure.class)
			.hasMessageContaining("no instance");
		assertThatThrownBy(() -> kehu.system().weigh("customer-service", -1)).isInstanceOf(LaunchFailure.class);
	}

	@Test
	void redisShowsAndTakesNothing(RunningKehu kehu) throws Exception {
		for (String server : List.of("redis", "redis-logins")) {
			int port = kehu.system().settings().port(server);
			for (String command : List.of("KEYS *", "GET auth-service:throttle:x", "SET a b", "FLUSHALL",
					"CONFIG GET *", "AUTH guessed", "AUTH customer-service guessed")) {
				assertThat(ask(port, command + "\r\nQUIT\r\n")).as(server + " " + command)
					.containsAnyOf("NOAUTH", "WRONGPASS");
			}
		}
		String service = "AUTH order-service " + kehu.system().secrets().redisPassword("order-service") + "\r\n";
		int cache = kehu.system().settings().port("redis");
		assertThat(ask(cache, service + "GET customer-service:cache:epoch\r\nQUIT\r\n")).contains("NOPERM");
		assertThat(ask(cache, service + "DEL customer-service:cache:epoch\r\nQUIT\r\n")).contains("NOPERM");
		assertThat(ask(kehu.system().settings().port("redis-logins"), service + "QUIT\r\n")).contains("WRONGPASS");
	}

	@Test
	void kafkaShowsNothingAndTakesNoForgedOrder(RunningKehu kehu) {
		String broker = "127.0.0.1:" + kehu.system().settings().port("kafka");
		Map<String, Object> anonymous = new HashMap<>(
				Map.of("bootstrap.servers", broker, "request.timeout.ms", "1000", "default.api.timeout.ms", "2000",
						"max.block.ms", "2000", "delivery.timeout.ms", "2000", "linger.ms", "0"));
		assertThatThrownBy(() -> topics(anonymous)).isInstanceOf(ExecutionException.class);
		assertThatThrownBy(() -> forge(anonymous)).isInstanceOf(ExecutionException.class);
		for (String user : List.of("customer-service", Secrets.OPERATOR)) {
			Map<String, Object> other = new HashMap<>(
					KafkaAccess.client(user, kehu.system().secrets().kafkaPassword(user)));
			other.put("bootstrap.servers", broker);
			assertThatThrownBy(() -> forge(other)).as(user).hasCauseInstanceOf(AuthorizationException.class);
		}
	}

	@Test
	void postgresqlAsksForAPasswordAndKeepsDatabasesApart(RunningKehu kehu) throws Exception {
		String server = "jdbc:postgresql://127.0.0.1:" + kehu.system().settings().port("postgresql") + "/";
		for (String user : List.of("postgres", "kehu_customer", "nobody")) {
			assertThatThrownBy(() -> DriverManager.getConnection(server + "kehu_customer", user, "")).as(user)
				.hasMessageContaining("password");
			assertThatThrownBy(() -> DriverManager.getConnection(server + "kehu_customer", user, "guessed")).as(user)
				.hasMessageContaining("password authentication failed");
		}
		String password = kehu.system().secrets().databasePassword("kehu_order");
		DriverManager.getConnection(server + "kehu_order", "kehu_order", password).close();
		for (String other : List.of("kehu_customer", "kehu_auth", "postgres", "template1")) {
			assertThatThrownBy(() -> DriverManager.getConnection(server + other, "kehu_order", password)).as(other)
				.hasMessageContaining("permission denied for database");
		}
	}

	@Test
	void everyPortIsOnThisMachineOnlyAndAsksForCredentials(RunningKehu kehu) throws Exception {
		Assumptions.assumeTrue(ListeningPorts.areKnown());
		Set<Integer> web = new HashSet<>();
		for (NodeStatus node : new SystemStatus(kehu.system()).all()) {
			Set<String> ports = ListeningPorts.of(node.pid());
			assertThat(ports).as(node.name()).isNotEmpty().noneMatch((port) -> port.startsWith("open:"));
			for (String port : ports) {
				if (isHttp(Integer.parseInt(port))) {
					web.add(Integer.parseInt(port));
				}
				else {
					assertThat(ask(Integer.parseInt(port), "PING\r\n\r\n")).as(node.name() + " " + port)
						.doesNotContain("PONG");
				}
			}
		}
		int operations = kehu.system().settings().port("gateway-operations");
		assertThat(web).hasSizeGreaterThanOrEqualTo(7).contains(operations);
		for (int port : web) {
			for (String path : List.of("/v3/api-docs", "/internal/revocations", "/internal/paths",
					"/internal/paths/owners", "/internal/rights", "/eureka/apps", "/api/v1/customers", "/api/v1/users",
					"/api/v1/owners", "/api/v1/orders", "/actuator/env", "/actuator/heapdump",
					"/actuator/gateway/routes", "/actuator/loggers", "/actuator")) {
				assertThat(status("GET", "http://127.0.0.1:" + port + path, "")).as(port + " " + path)
					.isIn(401, 403, 404);
			}
		}
	}

	@Test
	void otherUsersOfTheMachineReadNoFile(RunningKehu kehu) throws IOException {
		Path state = kehu.system().state().path();
		Assumptions.assumeTrue(state.getFileSystem().supportedFileAttributeViews().contains("posix"));
		assertThat(Files.isDirectory(state.resolve("data"))).isTrue();
		assertThat(readable(state)).isEmpty();
	}

	/** Returns the files and folders that others can read and reach. */
	private static Set<String> readable(Path folder) throws IOException {
		Set<String> found = new TreeSet<>();
		Set<PosixFilePermission> own = Files.getPosixFilePermissions(folder);
		if (own.contains(PosixFilePermission.OTHERS_READ) || own.contains(PosixFilePermission.GROUP_READ)) {
			found.add(folder + "/");
		}
		if (!own.contains(PosixFilePermission.OTHERS_EXECUTE) && !own.contains(PosixFilePermission.GROUP_EXECUTE)) {
			return found;
		}
		try (Stream<Path> children = Files.list(folder)) {
			for (Path child : children.toList()) {
				if (Files.isDirectory(child)) {
					found.addAll(readable(child));
				}
				else if (Files.getPosixFilePermissions(child)
					.stream()
					.anyMatch((permission) -> permission.name().matches("(OTHERS|GROUP)_(READ|WRITE)"))) {
					found.add(child.toString());
				}
			}
		}
		return found;
	}

	private boolean isHttp(int port) throws IOException {
		return ask(port, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").startsWith("HTTP/1.1");
	}

	private int status(String method, String url, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url))
			.version(HttpClient.Version.HTTP_1_1)
			.timeout(Duration.ofSeconds(30))
			.header("Content-Type", "application/json")
			.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
			.build();
		HttpResponse<String> answer = this.http.send(request, BodyHandlers.ofString());
		return answer.statusCode();
	}

	private static void forge(Map<String, Object> settings) throws ExecutionException, InterruptedException {
		try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
			producer.send(new ProducerRecord<>("kehu.orders", "key", "{}")).get();
		}
	}

	private static Set<String> topics(Map<String, Object> settings) throws ExecutionException, InterruptedException {
		try (Admin admin = Admin.create(settings)) {
			return admin.listTopics().names().get();
		}
	}

	/** Sends bytes and returns what comes back within a few seconds. */
	private static String ask(int port, String text) throws IOException {
		StringBuilder answer = new StringBuilder();
		try (Socket socket = new Socket("127.0.0.1", port)) {
			socket.setSoTimeout(3_000);
			socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
			InputStream input = socket.getInputStream();
			for (int read = input.read(); read >= 0 && answer.length() < 2_000; read = input.read()) {
				answer.append((char) read);
			}
		}
		catch (SocketTimeoutException ex) {
			return answer.toString();
		}
		catch (IOException ex) {
			return answer + " closed";
		}
		return answer.toString();
	}

}
