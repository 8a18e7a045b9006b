/** The images of Collector and gateway, run as the compose file says. */
package dev.candor.images;
