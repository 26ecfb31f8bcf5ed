package io.kehu.platform.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A service instance whose responses are set by the test.
 */
final class SmallServer implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<Headers> requests = new CopyOnWriteArrayList<>();

	private volatile Answer answer = status(200, "application/json", "{\"name\":\"Ink\"}");

	SmallServer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/", (exchange) -> {
			this.requests.add(exchange.getRequestHeaders());
			exchange.getRequestBody().readAllBytes();
			this.answer.to(exchange);
			exchange.close();
		});
		this.server.start();
	}

	String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Returns the headers of the requests received so far. */
	List<Headers> requests() {
		return this.requests;
	}

	void answer(Answer newAnswer) {
		this.answer = newAnswer;
	}

	static Answer status(int status, String type, String body) {
		return (exchange) -> {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", type);
			exchange.sendResponseHeaders(status, (bytes.length == 0) ? -1 : bytes.length);
			exchange.getResponseBody().write(bytes);
		};
	}

	static Answer problem(int status) {
		return status(status, "application/problem+json", "{\"status\":%d}".formatted(status));
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/** Responds to a request. */
	interface Answer {

		void to(HttpExchange exchange) throws IOException;

	}

}
