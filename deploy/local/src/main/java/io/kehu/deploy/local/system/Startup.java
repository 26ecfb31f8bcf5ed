package io.kehu.deploy.local.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.kehu.platform.embedded.EmbeddedServer;
import io.kehu.platform.embedded.ProcessIdentity;

/**
 * One start of the system, with all processes at once, each as soon as what it needs is
 * ready. If one fails or the start is abandoned, nothing of it is left behind.
 */
final class Startup {

	private static final Duration READY_LIMIT = Duration.ofMinutes(5);

	private static final Duration SETTLE_LIMIT = Duration.ofMinutes(1);

	private static final int LOG_LINES = 12;

	private final LocalSystem system;

	private final StartListener listener;

	private final Servers servers;

	private final Http http = new Http();

	private final Map<String, CompletableFuture<Void>> ready = new HashMap<>();

	private final CompletableFuture<Void> over = new CompletableFuture<>();

	private final List<String> started = new ArrayList<>();

	private boolean abandoned;

	Startup(LocalSystem system, StartListener listener) {
		this.system = system;
		this.listener = listener;
		this.servers = new Servers(system.root(), system.state(), system.settings(), system.secrets());
	}

	/**
	 * Starts what is not running yet and returns once requests through the gateway
	 * succeed.
	 * @throws LaunchFailure if something fails
	 */
	void run(List<String> missingServers, List<ApplicationInstance> missing, Runnable answering) {
		ExecutorService threads = Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task, "startup");
			thread.setDaemon(true);
			return thread;
		});
		try {
			Map<ApplicationInstance, ApplicationFiles> files = locate(missing);
			missingServers.forEach((name) -> begin(name, List.of(), threads, () -> startServer(name)));
			files.forEach((instance, located) -> begin(instance.name(), instance.application().needs(), threads,
					() -> startInstance(instance, located)));
			CompletableFuture<?> all = CompletableFuture
				.allOf(this.ready.values().toArray(new CompletableFuture<?>[0]));
			CompletableFuture.anyOf(this.over, all).join();
			timed("requests", "through the gateway", answering);
		}
		catch (CompletionException ex) {
			abandon();
			throw (ex.getCause() instanceof LaunchFailure failure) ? failure
					: new LaunchFailure("The start failed: " + ex.getCause(), ex);
		}
		catch (RuntimeException ex) {
			abandon();
			throw ex;
		}
		finally {
			settle(threads);
		}
	}

	/** Waits for work in progress, which ends by itself when the start is abandoned. */
	private static void settle(ExecutorService threads) {
		threads.shutdown();
		try {
			if (!threads.awaitTermination(SETTLE_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
				threads.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			threads.shutdownNow();
			Thread.currentThread().interrupt();
		}
	}

	private Map<ApplicationInstance, ApplicationFiles> locate(List<ApplicationInstance> instances) {
		Map<String, ApplicationFiles> byApplication = new HashMap<>();
		Map<ApplicationInstance, ApplicationFiles> files = new LinkedHashMap<>();
		for (ApplicationInstance instance : instances) {
			files.put(instance, byApplication.computeIfAbsent(instance.application().name(), (name) -> ApplicationFiles
				.locate(instance.application(), this.system.root(), this.system.state())));
		}
		return files;
	}

	/** Stops everything started so far, and starts nothing more. */
	void abandon() {
		List<String> toStop;
		synchronized (this) {
			this.abandoned = true;
			toStop = List.copyOf(this.started);
		}
		new Shutdown(this.system).stop(toStop);
	}

	private void begin(String name, List<String> needs, ExecutorService threads, Runnable start) {
		CompletableFuture<?>[] before = needs.stream()
			.map(this.ready::get)
			.filter((future) -> future != null)
			.toArray(CompletableFuture<?>[]::new);
		CompletableFuture<Void> future = CompletableFuture.allOf(before)
			.thenRunAsync(() -> timed(name, this.system.address(name), start), threads);
		this.ready.put(name, future.whenComplete((nothing, failure) -> {
			if (failure != null) {
				this.over
					.completeExceptionally((failure instanceof CompletionException) ? failure.getCause() : failure);
			}
		}));
	}

	private void timed(String name, String detail, Runnable work) {
		long begin = System.nanoTime();
		this.listener.begun(name, detail);
		try {
			work.run();
			this.listener.done(name, Duration.ofNanos(System.nanoTime() - begin));
		}
		catch (RuntimeException ex) {
			Duration time = Duration.ofNanos(System.nanoTime() - begin);
			if (isAbandoned()) {
				this.listener.stopped(name, time);
			}
			else {
				this.listener.failed(name, time);
			}
			throw ex;
		}
	}

	private synchronized boolean isAbandoned() {
		return this.abandoned;
	}

	private void startServer(String name) {
		EmbeddedServer server = this.servers.start(name);
		if (!record(name, server.running().process())) {
			server.close();
			throw abandonedStart();
		}
		server.detach();
	}

	private void startInstance(ApplicationInstance instance, ApplicationFiles files) {
		files.extract();
		ServiceProcess service = new ServiceProcess(instance, files, this.system);
		Process process;
		synchronized (this) {
			if (this.abandoned) {
				throw abandonedStart();
			}
			process = service.start();
			record(instance.name(), ProcessIdentity.of(process.toHandle()));
		}
		boolean answered = Waiting
			.until(() -> !process.isAlive() || this.http.isReady(instance.name(), instance.port()), READY_LIMIT);
		if (!process.isAlive()) {
			throw new LaunchFailure(
					instance.name() + " ended with exit code " + process.exitValue() + " during start-up; its log is "
							+ service.log() + " and ends with:\n" + LogTail.reason(service.log(), LOG_LINES));
		}
		if (!answered) {
			throw new LaunchFailure(instance.name() + " was not ready within " + READY_LIMIT.toSeconds()
					+ " s; its log is " + service.log() + ".");
		}
	}

	private static LaunchFailure abandonedStart() {
		return new LaunchFailure("The start was abandoned.");
	}

	private synchronized boolean record(String name, ProcessIdentity process) {
		if (this.abandoned) {
			return false;
		}
		this.started.add(name);
		this.system.records().save(name, process);
		return true;
	}

}
