package io.kehu.platform.webhook;

import java.net.UnknownHostException;

/**
 * Thrown if a host has an address to which nothing is sent.
 */
class RefusedAddressException extends UnknownHostException {

	private static final long serialVersionUID = 1L;

	RefusedAddressException(String host) {
		super(host + " has an address that is not public");
	}

}
