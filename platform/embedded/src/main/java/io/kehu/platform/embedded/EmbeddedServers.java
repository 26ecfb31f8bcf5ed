package io.kehu.platform.embedded;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts several servers at once.
 */
public final class EmbeddedServers {

	private EmbeddedServers() {
	}

	/**
	 * Starts all servers at once and waits until all answer; when one fails, those that
	 * this call started are closed.
	 * @param servers the servers, in no order
	 * @param listener hears of each
	 * @return what was started, in the servers' order, never null
	 * @throws ServerStartException the first failure
	 */
	public static List<RunningServer> start(List<? extends EmbeddedServer> servers, StartListener listener) {
		ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, servers.size()));
		try {
			List<CompletableFuture<RunningServer>> starts = servers.stream()
				.map((server) -> CompletableFuture.supplyAsync(() -> start(server, listener), executor))
				.toList();
			CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).exceptionally((ex) -> null).join();
			if (starts.stream().anyMatch(CompletableFuture::isCompletedExceptionally)) {
				servers.forEach(EmbeddedServer::close);
			}
			return starts.stream().map(CompletableFuture::join).toList();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof ServerStartException reason) ? reason
					: new ServerStartException("The servers cannot be started: " + ex.getMessage(), ex.getCause());
		}
		finally {
			executor.shutdown();
		}
	}

	private static RunningServer start(EmbeddedServer server, StartListener listener) {
		listener.starting(server.kind());
		long begin = System.nanoTime();
		try {
			RunningServer running = server.start();
			listener.started(running, Duration.ofNanos(System.nanoTime() - begin));
			return running;
		}
		catch (RuntimeException ex) {
			listener.failed(server.kind(), ex);
			throw ex;
		}
	}

}
