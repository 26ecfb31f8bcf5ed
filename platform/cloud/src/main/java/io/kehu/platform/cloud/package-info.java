/**
 * What every process of Kehu shares: its defaults, its registration and its way to stop.
 */
@NullMarked
package io.kehu.platform.cloud;

import org.jspecify.annotations.NullMarked;
