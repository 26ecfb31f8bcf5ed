package io.kehu.deploy.local.system;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A process that does one thing for the launcher, and ends with it at the latest.
 */
final class BoundProcess {

	private BoundProcess() {
	}

	/**
	 * Runs a process to its end.
	 * @return whether it ended in time and well
	 */
	static boolean succeeds(ProcessBuilder builder, Duration limit) throws IOException {
		Process process = builder.start();
		Thread guard = new Thread(() -> end(process));
		try {
			Runtime.getRuntime().addShutdownHook(guard);
			boolean succeeded = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
			Runtime.getRuntime().removeShutdownHook(guard);
			return succeeded;
		}
		catch (IllegalStateException ex) {
			// The launcher is ending already
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			end(process);
		}
	}

	private static void end(Process process) {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
	}

}
