# The first computer measures, the second saves now and then when it is told to.
app="/tmp/ctl/app --by Person$ID soak cost /tmp/share/Office.almoner --folder /tmp/desk"
if [ $ID = 1 ]; then
 $app --verbose --ready /tmp/share/ready; touch /tmp/share/measured
else
 while [ ! -e /tmp/share/ready ] && [ ! -e /tmp/share/measured ]; do sleep 1; done
 [ -e /tmp/share/measured ] || $app --colleague --for 60s
 while [ ! -e /tmp/share/measured ]; do sleep 1; done
fi
