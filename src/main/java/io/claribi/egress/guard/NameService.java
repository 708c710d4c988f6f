package io.claribi.egress.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells the addresses of a name, all of them. */
interface NameService {
    InetAddress[] lookUp(String name) throws UnknownHostException;
}
