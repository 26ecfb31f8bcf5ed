/**
 * How the processes of the system recognise each other: each service has a key pair, with
 * which it signs its requests to other services and its entry in the registry.
 */
@NullMarked
package io.kehu.platform.link;

import org.jspecify.annotations.NullMarked;
