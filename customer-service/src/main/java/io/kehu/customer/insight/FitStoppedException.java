package io.kehu.customer.insight;

/**
 * Ends an attempt at a fit that is going to be resumed, or has been resumed by another
 * instance. Not an IllegalStateException, which repositories would translate.
 */
class FitStoppedException extends RuntimeException {

	FitStoppedException(String message) {
		super(message);
	}

}
