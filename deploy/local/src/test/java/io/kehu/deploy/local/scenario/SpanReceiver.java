package io.kehu.deploy.local.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;

/**
 * Receives spans by OTLP over HTTP, and keeps those of the traces that a test watches.
 */
final class SpanReceiver implements AutoCloseable {

	private final Map<String, List<Span>> watched = new ConcurrentHashMap<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	SpanReceiver() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/v1/traces", (exchange) -> {
			Span.read(exchange.getRequestBody().readAllBytes())
				.forEach((span) -> this.watched.computeIfPresent(span.traceId(), (trace, spans) -> {
					spans.add(span);
					return spans;
				}));
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:%d/v1/traces".formatted(this.server.getAddress().getPort());
	}

	/** Returns the spans of a trace, to which those that arrive later are added. */
	List<Span> watch(String traceId) {
		return this.watched.computeIfAbsent(traceId, (trace) -> new CopyOnWriteArrayList<>());
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdown();
	}

}
