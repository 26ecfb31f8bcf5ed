package io.kehu.platform.test.infrastructure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.dockerjava.api.DockerClient;
import io.kehu.platform.embedded.FreePorts;
import io.kehu.platform.embedded.PostgresDatabases;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A server in a container, bound to a port that stays the same when it is started again.
 */
final class ContainerTestServer implements TestServer {

	private static final int STOP_SECONDS = 20;

	private final Container container;

	private final int port;

	private ContainerTestServer(Container container, int port) {
		this.container = container;
		this.port = port;
		container.start();
	}

	static RunningServers.Started start(Server which) {
		int port = FreePorts.next();
		return switch (which) {
			case POSTGRES -> {
				String password = UUID.randomUUID().toString();
				ContainerTestServer server = new ContainerTestServer(postgres(port, password), port);
				yield new RunningServers.Started(server, new PostgresDatabases(server.host(), port, password));
			}
			case KAFKA -> RunningServers.Started.of(new ContainerTestServer(kafka(port), port));
			case REDIS -> RunningServers.Started.of(new ContainerTestServer(redis(port), port));
		};
	}

	/** Plans its queries as the embedded one does. */
	private static Container postgres(int port, String password) {
		Container container = new Container(Images.POSTGRES, port, 5432,
				Wait.forLogMessage(".*database system is ready to accept connections.*", 2));
		container.withEnv(Map.of("POSTGRES_PASSWORD", password, "POSTGRES_INITDB_ARGS",
				"--locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C"));
		container.setCommand("postgres", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "autovacuum=off", "-c",
				"max_connections=150", "-c", "shared_preload_libraries=pg_stat_statements", "-c",
				"random_page_cost=1.1", "-c", "jit=off");
		return container;
	}

	private static Container kafka(int port) {
		Container container = new Container(Images.KAFKA, port, 9092,
				Wait.forLogMessage(".*Kafka Server started.*", 1));
		container.withEnv(Map.of("KAFKA_NODE_ID", "1", "KAFKA_PROCESS_ROLES", "broker,controller", "KAFKA_LISTENERS",
				"PLAINTEXT://:9092,CONTROLLER://:9093", "KAFKA_ADVERTISED_LISTENERS",
				"PLAINTEXT://" + DockerClientFactory.instance().dockerHostIpAddress() + ":" + port,
				"KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER", "KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"));
		container.withEnv(Map.of("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
				"KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false", "KAFKA_NUM_PARTITIONS", "3",
				"KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1", "KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "5",
				"KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1", "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1",
				"KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "5", "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"));
		return container;
	}

	private static Container redis(int port) {
		Container container = new Container(Images.REDIS, port, 6379, Wait.forListeningPort());
		container.setCommand("redis-server", "--save", "", "--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru");
		return container;
	}

	@Override
	public String host() {
		return this.container.getHost();
	}

	@Override
	public int port() {
		return this.port;
	}

	@Override
	public void stop() {
		docker().stopContainerCmd(id()).withTimeout(STOP_SECONDS).exec();
	}

	@Override
	public void kill() {
		docker().killContainerCmd(id()).exec();
	}

	@Override
	public void start() {
		docker().startContainerCmd(id()).exec();
		Wait.forListeningPort().withStartupTimeout(Duration.ofSeconds(60)).waitUntilReady(this.container);
	}

	@Override
	public void pause() {
		docker().pauseContainerCmd(id()).exec();
	}

	@Override
	public void resume() {
		docker().unpauseContainerCmd(id()).exec();
	}

	@Override
	public void close() {
		this.container.stop();
	}

	private String id() {
		return this.container.getContainerId();
	}

	private static DockerClient docker() {
		return DockerClientFactory.instance().client();
	}

	/**
	 * A container of one image with one port.
	 */
	private static final class Container extends GenericContainer<Container> {

		Container(String image, int port, int innerPort, WaitStrategy ready) {
			super(DockerImageName.parse(image));
			setExposedPorts(List.of(innerPort));
			setPortBindings(List.of(port + ":" + innerPort));
			setWaitStrategy(ready);
		}

	}

}
