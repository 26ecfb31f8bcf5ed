package io.kehu.migration.job;

import java.util.concurrent.CancellationException;

/**
 * Ends the work on a part because its job is being stopped, or because the part belongs
 * to another instance now.
 */
final class JobInterruptedException extends CancellationException {

	JobInterruptedException(String reason) {
		super(reason);
	}

}
