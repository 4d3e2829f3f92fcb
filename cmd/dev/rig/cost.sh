# The first computer measures, the second saves now and then.
app="/tmp/ctl/app --by Person$ID soak cost /tmp/share/Office.almoner --folder /tmp/desk"
if [ $ID = 1 ]; then
 $app; touch /tmp/share/measured
else
 sleep 35
 $app --colleague --for 120s
 while [ ! -e /tmp/share/measured ]; do sleep 1; done
fi
