package io.kehu.deploy.local.system;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Runs a short-lived process that does not outlive the launcher.
 */
final class BoundProcess {

	private BoundProcess() {
	}

	/**
	 * Runs a process to completion.
	 * @return whether it succeeded within the limit
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
			// The launcher is already ending
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
