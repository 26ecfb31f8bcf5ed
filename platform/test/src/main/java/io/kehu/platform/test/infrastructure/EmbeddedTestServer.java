package io.kehu.platform.test.infrastructure;

import io.kehu.platform.embedded.EmbeddedServer;
import io.kehu.platform.embedded.KafkaServer;
import io.kehu.platform.embedded.PostgresServer;
import io.kehu.platform.embedded.RedisServer;
import io.kehu.platform.embedded.ServerSettings;

/**
 * A server in a child process of this JVM.
 */
final class EmbeddedTestServer implements TestServer {

	private final EmbeddedServer server;

	private EmbeddedTestServer(EmbeddedServer server) {
		this.server = server;
		server.start();
	}

	static RunningServers.Started start(Server which) {
		ServerSettings settings = ServerSettings.forTests();
		return switch (which) {
			case POSTGRES -> {
				PostgresServer postgres = new PostgresServer(settings);
				EmbeddedTestServer server = new EmbeddedTestServer(postgres);
				yield new RunningServers.Started(server, postgres.databases());
			}
			case KAFKA -> RunningServers.Started.of(new EmbeddedTestServer(new KafkaServer(settings)));
			case REDIS -> RunningServers.Started.of(new EmbeddedTestServer(new RedisServer(settings)));
		};
	}

	@Override
	public String host() {
		return "127.0.0.1";
	}

	@Override
	public int port() {
		return this.server.port();
	}

	@Override
	public void stop() {
		this.server.stop();
	}

	@Override
	public void kill() {
		this.server.kill();
	}

	@Override
	public void start() {
		this.server.start();
	}

	@Override
	public void pause() {
		this.server.pause();
	}

	@Override
	public void resume() {
		this.server.resume();
	}

	@Override
	public void close() {
		this.server.close();
	}

}
