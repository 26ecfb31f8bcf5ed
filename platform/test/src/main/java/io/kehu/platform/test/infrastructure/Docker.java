package io.kehu.platform.test.infrastructure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Asks a Docker daemon whether it answers, which a socket file alone does not tell.
 */
final class Docker {

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final Map<String, String> environment;

	private final List<Path> sockets;

	Docker(Map<String, String> environment, List<Path> sockets) {
		this.environment = environment;
		this.sockets = sockets;
	}

	/** The daemon of this machine, where Testcontainers looks for it, too. */
	static Docker ofThisMachine() {
		Map<String, String> environment = System.getenv();
		Path home = Path.of(System.getProperty("user.home"));
		Stream<Path> runtime = Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
			.map((folder) -> Path.of(folder, "docker.sock"))
			.stream();
		return new Docker(environment,
				Stream
					.concat(Stream.of(Path.of("/var/run/docker.sock"), home.resolve(".docker/run/docker.sock")),
							runtime)
					.toList());
	}

	/**
	 * Whether a daemon answers {@code GET /_ping}.
	 * @return true when containers can be run
	 */
	boolean answers() {
		return addresses().anyMatch(Docker::answers);
	}

	private Stream<SocketAddress> addresses() {
		String host = this.environment.getOrDefault("DOCKER_HOST", "");
		if (host.startsWith("unix://")) {
			return Stream.of(UnixDomainSocketAddress.of(Path.of(host.substring("unix://".length()))));
		}
		if (host.startsWith("tcp://")) {
			URI address = URI.create(host);
			return Stream.of(InetSocketAddress.createUnresolved(address.getHost(), address.getPort()));
		}
		return this.sockets.stream().filter(Files::exists).map(UnixDomainSocketAddress::of);
	}

	private static boolean answers(SocketAddress address) {
		CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> {
			try (SocketChannel channel = open(address)) {
				channel.write(ByteBuffer
					.wrap("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
				ByteBuffer buffer = ByteBuffer.allocate(12);
				while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
					// Reads on
				}
				return new String(buffer.array(), StandardCharsets.US_ASCII).matches("HTTP/1\\.[01] 200");
			}
			catch (IOException | RuntimeException ex) {
				return false;
			}
		});
		return answer.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
	}

	private static SocketChannel open(SocketAddress address) throws IOException {
		if (address instanceof InetSocketAddress internet) {
			return SocketChannel.open(new InetSocketAddress(internet.getHostString(), internet.getPort()));
		}
		SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
		channel.connect(address);
		return channel;
	}

}
