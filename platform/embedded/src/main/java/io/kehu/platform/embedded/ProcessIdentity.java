package io.kehu.platform.embedded;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Identifies a process by its id and start time, so that a later process with the same id
 * is never touched.
 *
 * @param pid the process id
 * @param startInstant when the process was started
 */
public record ProcessIdentity(long pid, Instant startInstant) {

	/**
	 * Linux derives start times from the boot time, which shifts when the clock is
	 * adjusted.
	 */
	private static final Duration TOLERANCE = Duration.ofSeconds(2);

	private static final Duration KILL_TIMEOUT = Duration.ofSeconds(10);

	/**
	 * Returns the identity of a running process.
	 * @param process the process
	 * @return its id and start time, never null
	 * @throws ServerStartException if the process has already ended
	 */
	public static ProcessIdentity of(ProcessHandle process) {
		return new ProcessIdentity(process.pid(), process.info()
			.startInstant()
			.orElseThrow(() -> new ServerStartException("Process " + process.pid() + " ended during start-up.")));
	}

	/**
	 * Returns the process if it is still running.
	 * @return the process, or empty if it has ended or its id belongs to another process
	 */
	public Optional<ProcessHandle> find() {
		return ProcessHandle.of(this.pid)
			.filter(ProcessHandle::isAlive)
			.filter((handle) -> handle.info()
				.startInstant()
				.map((instant) -> Duration.between(instant, this.startInstant).abs().compareTo(TOLERANCE) <= 0)
				.orElse(false));
	}

	/**
	 * Whether the process is still running.
	 * @return true while it is running
	 */
	public boolean isAlive() {
		return find().isPresent();
	}

	/**
	 * Sends a signal; does nothing if the process has ended.
	 * @param signal the signal's name without SIG, such as STOP
	 */
	public void signal(String signal) {
		find().ifPresent((handle) -> {
			try {
				new ProcessBuilder("/bin/sh", "-c", "kill -s \"$1\" \"$2\"", "kill", signal, Long.toString(this.pid))
					.redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD)
					.start()
					.waitFor();
			}
			catch (IOException ex) {
				throw new IllegalStateException("Process " + this.pid + " cannot be signalled.", ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	/**
	 * Stops the process: sends a signal, waits, and then kills it.
	 * @param signal the signal that asks the process to stop
	 * @param timeout how long to wait before killing it
	 */
	public void stop(String signal, Duration timeout) {
		find().ifPresent((handle) -> {
			signal(signal);
			signal("CONT");
			if (!ends(handle, timeout)) {
				kill();
			}
		});
	}

	/**
	 * Kills the process and its children and waits until all have ended: PostgreSQL does
	 * not restart while a child of its previous run is alive.
	 */
	public void kill() {
		find().ifPresent((handle) -> {
			List<ProcessHandle> all = Stream.concat(Stream.of(handle), handle.descendants()).toList();
			all.forEach(ProcessHandle::destroyForcibly);
			long end = System.nanoTime() + KILL_TIMEOUT.toNanos();
			all.forEach((one) -> ends(one, Duration.ofNanos(end - System.nanoTime())));
		});
	}

	private static boolean ends(ProcessHandle handle, Duration timeout) {
		try {
			handle.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException ex) {
			return !handle.isAlive();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
