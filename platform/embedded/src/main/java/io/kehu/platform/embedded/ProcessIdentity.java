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
 * Finds a process again by number and start time, so that a process that got the number
 * later is never touched.
 *
 * @param pid the process number
 * @param startInstant when the process was started
 */
public record ProcessIdentity(long pid, Instant startInstant) {

	/**
	 * Linux derives start times from the boot time, which moves when the clock is set.
	 */
	private static final Duration TOLERANCE = Duration.ofSeconds(2);

	private static final Duration KILL_PATIENCE = Duration.ofSeconds(10);

	/**
	 * The identity of a running process.
	 * @param process the process
	 * @return its number and start time, never null
	 * @throws ServerStartException when the process has ended already
	 */
	public static ProcessIdentity of(ProcessHandle process) {
		return new ProcessIdentity(process.pid(), process.info()
			.startInstant()
			.orElseThrow(() -> new ServerStartException("Process " + process.pid() + " ended while it was started.")));
	}

	/**
	 * The process, when it still runs.
	 * @return the process, or empty when it ended or when its number belongs to another
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
	 * Whether the process still runs.
	 * @return true while it runs
	 */
	public boolean isAlive() {
		return find().isPresent();
	}

	/**
	 * Sends a signal; does nothing when the process has ended.
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
	 * Ends the process: asks by signal, waits, and then kills.
	 * @param signal the signal that asks the process to end
	 * @param patience how long to wait before killing
	 */
	public void stop(String signal, Duration patience) {
		find().ifPresent((handle) -> {
			signal(signal);
			signal("CONT");
			if (!ends(handle, patience)) {
				kill();
			}
		});
	}

	/**
	 * Kills the process and its children at once, and waits until they are gone:
	 * PostgreSQL does not start again while a child of the last start lives.
	 */
	public void kill() {
		find().ifPresent((handle) -> {
			List<ProcessHandle> all = Stream.concat(Stream.of(handle), handle.descendants()).toList();
			all.forEach(ProcessHandle::destroyForcibly);
			long end = System.nanoTime() + KILL_PATIENCE.toNanos();
			all.forEach((one) -> ends(one, Duration.ofNanos(end - System.nanoTime())));
		});
	}

	private static boolean ends(ProcessHandle handle, Duration patience) {
		try {
			handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
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
