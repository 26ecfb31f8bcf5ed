package io.kehu.platform.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of IP addresses.
 *
 * @param first its first address
 * @param bits the number of bits that all its addresses have in common
 */
record AddressRange(InetAddress first, int bits) {

	/**
	 * Parses a range such as {@code 10.0.0.0/8}, or a single address.
	 * @throws IllegalArgumentException if it is not valid
	 */
	static AddressRange of(String text) {
		String[] parts = text.split("/", -1);
		if (parts.length > 2 || !parts[0].matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
			throw new IllegalArgumentException(text + " is not a range of IP addresses, such as 10.0.0.0/8");
		}
		try {
			InetAddress address = InetAddress.getByName(parts[0]);
			int all = address.getAddress().length * Byte.SIZE;
			int bits = (parts.length == 2) ? Integer.parseInt(parts[1]) : all;
			if (bits < 0 || bits > all) {
				throw new IllegalArgumentException(text + " has too many bits");
			}
			return new AddressRange(address, bits);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(text + " is not an IP address", ex);
		}
	}

	boolean contains(InetAddress address) {
		byte[] one = this.first.getAddress();
		byte[] other = address.getAddress();
		if (one.length != other.length) {
			return false;
		}
		for (int bit = 0; bit < this.bits; bit++) {
			int mask = 0x80 >> (bit % Byte.SIZE);
			if (((one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
				return false;
			}
		}
		return true;
	}

}
