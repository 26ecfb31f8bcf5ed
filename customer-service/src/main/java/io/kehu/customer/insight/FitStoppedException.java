package io.kehu.customer.insight;

/**
 * Ends an attempt at a fit that is going to be resumed, or has been resumed by another
 * instance.
 */
class FitStoppedException extends IllegalStateException {

	FitStoppedException(String message) {
		super(message);
	}

}
