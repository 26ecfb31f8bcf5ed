package io.kehu.platform.test.infrastructure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DockerTests {

	@TempDir
	private Path folder;

	@Test
	void answersAtItsSocket() throws IOException {
		Path socket = this.folder.resolve("docker.sock");
		try (Daemon daemon = new Daemon(UnixDomainSocketAddress.of(socket), "HTTP/1.1 200 OK\r\n\r\nOK")) {
			assertThat(new Docker(Map.of(), List.of(socket)).answers()).isTrue();
			assertThat(new Docker(Map.of("DOCKER_HOST", "unix://" + socket), List.of()).answers()).isTrue();
			assertThat(daemon.isOpen()).isTrue();
		}
	}

	@Test
	void answersOverTheNetwork() throws IOException {
		try (Daemon daemon = new Daemon(new InetSocketAddress("127.0.0.1", 0), "HTTP/1.0 200 OK\r\n\r\nOK")) {
			assertThat(new Docker(Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + daemon.port()), List.of()).answers())
				.isTrue();
		}
	}

	@Test
	void isNotBelievedForAFileAlone() throws IOException {
		Path file = Files.createFile(this.folder.resolve("docker.sock"));
		assertThat(new Docker(Map.of(), List.of(file)).answers()).isFalse();
		assertThat(new Docker(Map.of(), List.of(this.folder.resolve("missing.sock"))).answers()).isFalse();
	}

	@Test
	void isNotBelievedWhenItReportsAnError() throws IOException {
		Path socket = this.folder.resolve("ill.sock");
		try (Daemon daemon = new Daemon(UnixDomainSocketAddress.of(socket), "HTTP/1.1 500 Oh\r\n\r\n")) {
			assertThat(new Docker(Map.of(), List.of(socket)).answers()).isFalse();
			assertThat(daemon.isOpen()).isTrue();
		}
	}

	/**
	 * Says the same to all.
	 */
	private static final class Daemon implements AutoCloseable {

		private final ServerSocketChannel server;

		Daemon(SocketAddress address, String answer) throws IOException {
			this.server = (address instanceof UnixDomainSocketAddress)
					? ServerSocketChannel.open(StandardProtocolFamily.UNIX) : ServerSocketChannel.open();
			this.server.bind(address);
			Thread thread = new Thread(() -> serve(answer), "daemon");
			thread.setDaemon(true);
			thread.start();
		}

		boolean isOpen() {
			return this.server.isOpen();
		}

		int port() throws IOException {
			return ((InetSocketAddress) this.server.getLocalAddress()).getPort();
		}

		private void serve(String answer) {
			while (this.server.isOpen()) {
				try (SocketChannel client = this.server.accept()) {
					client.read(ByteBuffer.allocate(1_024));
					client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
				}
				catch (IOException ex) {
					return;
				}
			}
		}

		@Override
		public void close() throws IOException {
			this.server.close();
		}

	}

}
