/**
 * Calls from service to service that know the difference between "there is none" and
 * "cannot say".
 */
@NullMarked
package io.kehu.platform.client;

import org.jspecify.annotations.NullMarked;
