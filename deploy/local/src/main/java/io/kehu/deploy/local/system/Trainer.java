package io.kehu.deploy.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.kehu.platform.embedded.ProcessIdentity;

/**
 * Creates the start-up caches once, in the background and at low priority, while the
 * system that was just started is already in use.
 */
public final class Trainer {

	/** The name of the training process. */
	static final String NAME = "trainer";

	private static final Duration LIMIT = Duration.ofMinutes(15);

	private final LocalSystem system;

	public Trainer(LocalSystem system) {
		this.system = system;
	}

	/** Starts a trainer process if a cache is missing. */
	public void startWhenNeeded() {
		if (untrained().isEmpty() || this.system.records().isAlive(NAME)) {
			return;
		}
		List<String> command = List.of("nice", "-n", "19", JavaRuntime.command(), "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-Xmx64m", "-Dkehu.root=" + this.system.root(), "-cp",
				System.getProperty("java.class.path"), "io.kehu.deploy.local.Kehu", "train", "--state",
				this.system.state().path().toString());
		Process process = Detached.start(command, Map.of(), this.system.state().log(NAME));
		this.system.records().save(NAME, ProcessIdentity.of(process.toHandle()));
	}

	/**
	 * Waits for the training process, if there is one. Stops everything that it does not
	 * need before, so that it has the machine to itself.
	 */
	public void finish(StartListener listener) {
		Optional<ProcessIdentity> process = this.system.process(NAME).filter(ProcessIdentity::isAlive);
		if (process.isEmpty()) {
			return;
		}
		Set<String> unneeded = new HashSet<>(this.system.records().all().keySet());
		unneeded.removeAll(Topology.SERVERS);
		unneeded.remove(NAME);
		new Shutdown(this.system, listener).stop(unneeded);
		long begin = System.nanoTime();
		listener.begun(NAME, "creating start-up caches; ./kehu down --now does not wait");
		Waiting.until(() -> !process.get().isAlive(), LIMIT);
		listener.done(NAME, Duration.ofNanos(System.nanoTime() - begin));
		this.system.records().forget(NAME);
	}

	/** Creates the missing caches, two at a time. */
	public void train() {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			CompletableFuture
				.allOf(untrained().stream()
					.map((instance) -> CompletableFuture.runAsync(() -> train(instance), threads))
					.toArray(CompletableFuture[]::new))
				.join();
		}
		finally {
			threads.shutdown();
		}
	}

	private List<ApplicationInstance> untrained() {
		Map<String, ApplicationInstance> missing = new LinkedHashMap<>();
		this.system.settings().instances().forEach((instance) -> {
			ApplicationFiles files = files(instance);
			if (Files.exists(files.jar()) && !Files.exists(files.cache())) {
				missing.putIfAbsent(instance.application().name(), instance);
			}
		});
		return new ArrayList<>(missing.values());
	}

	private void train(ApplicationInstance instance) {
		ApplicationFiles files = files(instance);
		Path draft = files.cache().resolveSibling("draft-" + files.cache().getFileName());
		ServiceProcess service = new ServiceProcess(instance, files, this.system);
		ProcessBuilder builder = new ProcessBuilder(service.training(draft));
		builder.environment().putAll(service.environment());
		builder.environment().put("SERVER_PORT", "0");
		builder.inheritIO();
		try {
			if (BoundProcess.succeeds(builder, LIMIT) && Files.exists(draft)) {
				Files.move(draft, files.cache());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ApplicationFiles files(ApplicationInstance instance) {
		return ApplicationFiles.locate(instance.application(), this.system.root(), this.system.state());
	}

}
