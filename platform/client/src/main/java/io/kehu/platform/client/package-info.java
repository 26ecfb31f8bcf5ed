/**
 * Calls between services that distinguish a record that does not exist from a service
 * that is unavailable.
 */
@NullMarked
package io.kehu.platform.client;

import org.jspecify.annotations.NullMarked;
